/** What one of Entra's codes means for a step that gets a token, and the one thing to do about it. */
export interface CatalogueEntry {
  /** The numbers behind `AADSTS`. */
  readonly codes: readonly number[];
  /** OAuth errors that mean the same, for answers without a code. */
  readonly errors?: readonly string[];
  /** What happened, as a sentence. */
  readonly meaning: string;
  /** What to do, as a sentence. */
  readonly fix: string;
}

/**
 * The codes a pipeline meets most. Advice only: nothing in this program decides by a code
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes).
 */
const catalogue: readonly CatalogueEntry[] = [
  {
    codes: [7000215],
    meaning: 'The client secret is wrong.',
    fix: "Store the secret's value, which the portal shows once when the secret is made, and not its id.",
  },
  {
    codes: [7000222],
    meaning: 'The client secret has expired.',
    fix: 'Make a new client secret for the app and store it, or use a federated credential, which does not expire.',
  },
  {
    codes: [700016],
    meaning: 'The application is not in this tenant.',
    fix: 'Compare client id and tenant id with the overview page of the app registration.',
  },
  {
    codes: [90002, 900023],
    meaning: 'The tenant does not exist in this cloud.',
    fix: 'Compare the tenant id with the overview page of the app registration, and the cloud with the portal you use.',
  },
  {
    codes: [500011],
    meaning: 'The resource in the scope is not known in this tenant.',
    fix: "Compare the scope with the API's Application ID URI ('Expose an API' in its app registration).",
  },
  {
    codes: [70021, 700211, 700213],
    meaning: 'No federated credential of the app matches this run.',
    fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
  },
  {
    codes: [700212],
    meaning: 'The audience of the federated identity is not the one the federated credential expects.',
    fix: 'Give the federated credential the audience below, or ask for the audience it has.',
  },
  {
    codes: [70025],
    meaning: 'The app has no federated credential at all.',
    fix: 'Add a federated credential with the issuer, subject and audience below to the app.',
  },
  {
    codes: [700027],
    meaning: 'The certificate is not registered for the app.',
    fix: "Upload the certificate to the app ('Certificates & secrets'), or use the one whose thumbprint is there.",
  },
  {
    codes: [700024],
    meaning: 'The client assertion is outside its validity.',
    fix: 'Check the clock of the machine that runs the job; if it is right, run the job again.',
  },
  {
    codes: [501051],
    meaning: 'The API takes only applications with a role, and this app has none.',
    fix: "Assign the app one of the API's roles ('API permissions') and have an administrator consent.",
  },
  {
    codes: [1002012, 70011],
    meaning: 'The scope is not one that an application can ask for.',
    fix: "Ask for '<resource>/.default', and write each resource on a line of its own.",
  },
  {
    codes: [50126, 50034],
    meaning: 'The user name or the password is wrong.',
    fix: 'Correct them before the next run: repeated failures lock the account.',
  },
  {
    codes: [50076, 50079, 50072, 50074, 50158],
    meaning: 'The user has to prove more than a password (MFA), which no pipeline can.',
    fix: 'Use a service principal, or a device code with a person at hand.',
  },
  {
    codes: [7000218],
    meaning: 'The app is no public client, and no secret or certificate was sent.',
    fix: "Allow public client flows for the app ('Authentication'), or give its client secret or certificate.",
  },
  {
    codes: [65001, 650052, 650057, 90094],
    meaning: 'Consent to a permission is missing.',
    fix: "Have an administrator grant consent for the app ('API permissions').",
  },
  {
    codes: [70000, 70008, 700082, 700084, 70043, 50173, 54005],
    meaning: 'The grant is no longer good: it has expired, was revoked, or was used before.',
    fix: 'Have the user sign in again, and store the new refresh token.',
  },
  {
    codes: [70019, 70020],
    errors: ['expired_token'],
    meaning: 'Nobody signed in before the device code expired.',
    fix: 'Run the job again, and sign in while it waits.',
  },
  {
    codes: [],
    errors: ['authorization_declined'],
    meaning: 'The user declined to sign in.',
    fix: 'Run the job again, and accept what the sign-in page asks.',
  },
];

/** The entry for the first code that has one, or else for the OAuth error. */
export function entryFor(codes: readonly number[], error: string): CatalogueEntry | undefined {
  for (const code of codes) {
    const entry = catalogue.find(each => each.codes.includes(code));
    if (entry) return entry;
  }
  return catalogue.find(each => each.errors?.includes(error));
}
