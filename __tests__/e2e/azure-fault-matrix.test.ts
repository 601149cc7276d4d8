import { describeFaultMatrix } from './fault-matrix.js';

describeFaultMatrix('Azure Pipelines');
