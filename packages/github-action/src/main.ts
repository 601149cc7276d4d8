import { run } from '@entra-token/core';
import { githubActions } from './platform.js';

await run(githubActions(process.env), () => new Date());
