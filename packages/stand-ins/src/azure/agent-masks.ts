import { jsonStringEscape, uriDataEscape } from '../masking/encoders.js';
import { createSecretMasker, type SecretMasker, type ValueEncoder } from '../masking/secret-masker.js';

// Beside the value the agent masks its JSON form, its URI form, and the value with backslash escapes resolved. No base64, no lines.
// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/HostContext.cs
const agentEncoders: readonly ValueEncoder[] = [jsonStringEscape, uriDataEscape, resolveBackslashes];

// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Test/L0/SecretMaskerTests/SecretMaskerL0.cs
function resolveBackslashes(value: string): string {
  return value.replaceAll('\\\\', '\\').replaceAll("\\'", "'").replaceAll('\\"', '"').replaceAll('\\t', '\t');
}

// The password in `//user:password@host`.
// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/AdditionalMaskingRegexes.cs
const URL_PASSWORD = /(?<=\/\/[^:/?#\n]+:)(?:[\w.~-]|(?:%AZP25|%)[0-9a-fA-F]{2}|[!$&'()*+,;=]|:)+(?=@)/g;

/** A masker as the agent sets it up. No minimum length applies (AZP_IGNORE_SECRETS_SHORTER_THAN is 0 by default). */
export function createAgentMasker(): SecretMasker {
  return createSecretMasker(agentEncoders, [URL_PASSWORD]);
}

/**
 * Registers a secret variable of the job: the value, its spelling in commands, and its base64 form, each also without quotes and
 * outer blanks. A value that a task registers later gets none of that.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/Worker.cs (InitializeSecretMasker)
 */
export function maskSecretVariable(masker: SecretMasker, value: string): void {
  if (value.trim() === '') return;
  const base64 = Buffer.from(value, 'utf8').toString('base64');
  for (const secret of [value, base64]) {
    const lines = secret.replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    const percents = secret.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    for (const spelling of [secret, percents, lines]) addUserSupplied(masker, spelling);
  }
}

function addUserSupplied(masker: SecretMasker, secret: string): void {
  masker.add(secret);
  for (const quote of ["'", '"']) {
    if (secret.startsWith(quote) && secret.endsWith(quote)) {
      masker.add(secret.replace(new RegExp(`^${quote}+|${quote}+$`, 'g'), ''));
    }
  }
  masker.add(secret.replace(/^[\r\n ]+|[\r\n ]+$/g, ''));
}

// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Sdk/Util/MaskingUtil.cs
const PUBLIC_PARAMETERS = new Set(
  `role scope tenantid issuedat expiresat audience authenticationtype authorizationtype accesstokentype
  accesstokenfetchingmethod usewindowssecurity unsecured oauthaccesstokenissupplied completecallbackpayload
  acceptuntrustedcertificates`.split(/\s+/),
);

/** Whether a parameter of a service connection's authorization counts as secret: all but a few do, `serviceprincipalid` too. */
export function isSecretParameter(name: string): boolean {
  return !PUBLIC_PARAMETERS.has(name.toLowerCase());
}
