/** The clouds Entra runs in: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
export const clouds = {
  public: { loginHost: 'https://login.microsoftonline.com', federationAudience: 'api://AzureADTokenExchange' },
  usgov: { loginHost: 'https://login.microsoftonline.us', federationAudience: 'api://AzureADTokenExchangeUSGov' },
  china: {
    loginHost: 'https://login.partner.microsoftonline.cn',
    federationAudience: 'api://AzureADTokenExchangeChina',
  },
} as const;

export type Cloud = keyof typeof clouds;

/** Whether a text names a cloud. */
export function isCloud(text: string): text is Cloud {
  return Object.hasOwn(clouds, text);
}
