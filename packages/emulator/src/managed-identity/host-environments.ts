/** The variables by which a process finds the token endpoint of its host. */
export interface HostEnvironments {
  /** A virtual machine, whose address is usually left at its default, 169.254.169.254. */
  readonly imds: { readonly AZURE_POD_IDENTITY_AUTHORITY_HOST: string };
  /** App Service, Azure Functions and Container Apps. The header is a secret. */
  readonly appService: { readonly IDENTITY_ENDPOINT: string; readonly IDENTITY_HEADER: string };
  /** A server that Azure Arc manages. */
  readonly azureArc: { readonly IDENTITY_ENDPOINT: string; readonly IMDS_ENDPOINT: string };
}

/** The paths of the endpoints. Azure Arc's has a part more, as here it shares an origin with the one it was made after. */
export const PATHS = {
  imds: '/metadata/identity/oauth2/token',
  appService: '/msi/token',
  azureArc: '/arc/metadata/identity/oauth2/token',
};

/** @param origin of the site that all of them share here */
export function hostEnvironments(origin: string, identityHeader: string): HostEnvironments {
  return {
    imds: { AZURE_POD_IDENTITY_AUTHORITY_HOST: origin },
    appService: { IDENTITY_ENDPOINT: origin + PATHS.appService, IDENTITY_HEADER: identityHeader },
    azureArc: { IDENTITY_ENDPOINT: origin + PATHS.azureArc, IMDS_ENDPOINT: `${origin}/arc` },
  };
}
