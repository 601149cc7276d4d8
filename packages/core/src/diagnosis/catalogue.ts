/** What one of Entra's codes means for a step that gets a token, and the one thing to do about it. */
export interface CatalogueEntry {
  /** The numbers behind `AADSTS`. */
  readonly codes: readonly number[];
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
];

/** The entry for the first code that has one. */
export function entryFor(codes: readonly number[]): CatalogueEntry | undefined {
  for (const code of codes) {
    const entry = catalogue.find(each => each.codes.includes(code));
    if (entry) return entry;
  }
  return undefined;
}
