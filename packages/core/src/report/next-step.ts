import type { PlatformName } from '../platform.js';

/**
 * The step that comes next, ready to paste: a call with the header, from bash and from PowerShell. Both get the token
 * through the environment, because a token in the script itself would be written to a file.
 */
export const nextStep: Readonly<Record<PlatformName, string>> = {
  'github-actions': `
- run: curl --fail-with-body -H "$AUTH" https://api.example.com/
  env: { AUTH: "Authorization: \${{ steps.entra.outputs.authorization-header }}" }

- run: Invoke-RestMethod https://api.example.com/ -Headers @{ Authorization = $env:AUTH }
  shell: pwsh
  env: { AUTH: "\${{ steps.entra.outputs.authorization-header }}" }
`,
  'azure-pipelines': `
- bash: curl --fail-with-body -H "$AUTH" https://api.example.com/
  env: { AUTH: "Authorization: $(entra.authorizationHeader)" }

- pwsh: Invoke-RestMethod https://api.example.com/ -Headers @{ Authorization = $env:AUTH }
  env: { AUTH: "$(entra.authorizationHeader)" }
`,
};
