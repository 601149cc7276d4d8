import { run } from '@entra-token/core';
// Before the platform, which loads task-lib.
import { environment } from './environment.js';
import { azurePipelines } from './platform.js';

await run(azurePipelines(environment), () => new Date());
