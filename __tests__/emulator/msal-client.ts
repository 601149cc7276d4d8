import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkResponse,
  PublicClientApplication,
} from '@azure/msal-node';
import { send } from '@entra-token/emulator';
import type { RunningEmulator } from './running-emulator.js';

export type MsalCredential =
  | { clientSecret: string }
  | { clientAssertion: () => Promise<string> }
  | { clientCertificate: { thumbprintSha256: string; privateKey: string } };

/** MSAL as it is, but for the certificate authority that it trusts; for the sample's client, unless another is named. */
export function createMsalClient(
  running: RunningEmulator,
  credential: MsalCredential,
  clientId = running.sample.clientId,
): ConfidentialClientApplication {
  const { auth, system } = configuration(running, clientId);
  return new ConfidentialClientApplication({ auth: { ...auth, ...credential }, system });
}

/** The same for the sample's public client. `watch` sees the body of every answer before MSAL does. */
export function createPublicMsalClient(
  running: RunningEmulator,
  watch?: (body: Record<string, unknown>) => void,
): PublicClientApplication {
  return new PublicClientApplication(configuration(running, running.sample.publicClientId, watch));
}

function configuration(
  { emulator, sample }: RunningEmulator,
  clientId: string,
  watch?: (body: Record<string, unknown>) => void,
) {
  const { origin } = emulator.entra;
  return {
    auth: { clientId, authority: `${origin}/${sample.tenantId}`, knownAuthorities: [new URL(origin).host] },
    system: { networkClient: trusting(emulator.caCertificate, watch) },
  };
}

/** A network module that trusts only this certificate authority. */
export function trusting(ca: string, watch?: (body: Record<string, unknown>) => void): INetworkModule {
  async function exchange<T>(
    method: string,
    url: string,
    options: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<NetworkResponse<T>> {
    const { status, headers, body } = await send(url, { ...options, method, ca });
    const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const parsed = JSON.parse(body);
    watch?.(parsed);
    return { status, headers: flat, body: parsed };
  }
  return {
    sendGetRequestAsync: (url, options) => exchange('GET', url, options),
    sendPostRequestAsync: (url, options) => exchange('POST', url, options),
  };
}
