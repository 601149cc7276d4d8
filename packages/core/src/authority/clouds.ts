/** The clouds Entra runs in: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
export const clouds = {
  public: { loginHost: 'https://login.microsoftonline.com', federationAudience: 'api://AzureADTokenExchange' },
  usgov: { loginHost: 'https://login.microsoftonline.us', federationAudience: 'api://AzureADTokenExchangeUSGov' },
  china: {
    loginHost: 'https://login.partner.microsoftonline.cn',
    federationAudience: 'api://AzureADTokenExchangeChina',
  },
} as const;

/**
 * The app behind those audiences. A token that Entra itself issues for one of them, such as a managed identity's, has this
 * id as its audience, and a federated credential still names the URI:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export const tokenExchangeId = 'fb60f99c-7a34-4190-8149-302f77469936';

export type Cloud = keyof typeof clouds;

/** Whether a text names a cloud. */
export function isCloud(text: string): text is Cloud {
  return Object.hasOwn(clouds, text);
}
