import { describeFaultMatrix } from './fault-matrix.js';

describeFaultMatrix('GitHub Actions');
