import { ConfidentialClientApplication, type INetworkModule, type NetworkResponse } from '@azure/msal-node';
import { send } from '@entra-token/emulator';
import type { RunningEmulator } from './running-emulator.js';

export type MsalCredential =
  | { clientSecret: string }
  | { clientAssertion: () => Promise<string> }
  | { clientCertificate: { thumbprintSha256: string; privateKey: string } };

/** MSAL as it is, but for the certificate authority that it trusts. */
export function createMsalClient({ emulator, sample }: RunningEmulator, credential: MsalCredential) {
  const { origin } = emulator.entra;
  return new ConfidentialClientApplication({
    auth: {
      clientId: sample.clientId,
      authority: `${origin}/${sample.tenantId}`,
      knownAuthorities: [new URL(origin).host],
      ...credential,
    },
    system: { networkClient: trusting(emulator.caCertificate) },
  });
}

function trusting(ca: string): INetworkModule {
  async function exchange<T>(
    method: string,
    url: string,
    options: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<NetworkResponse<T>> {
    const { status, headers, body } = await send(url, { ...options, method, ca });
    const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    return { status, headers: flat, body: JSON.parse(body) };
  }
  return {
    sendGetRequestAsync: (url, options) => exchange('GET', url, options),
    sendPostRequestAsync: (url, options) => exchange('POST', url, options),
  };
}
