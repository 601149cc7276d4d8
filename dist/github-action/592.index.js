export const id = 592;
export const ids = [592];
export const modules = {

/***/ 7592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eO: () => (/* binding */ known),
  cH: () => (/* binding */ knownRefusal)
});

// UNUSED EXPORTS: sections

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/entry.js
/** Microsoft's list of codes. */
const errorCodes = 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes';

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/application.js

const azureDevOps = 'https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity';
const nationalClouds = 'https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud';
/** Which app is meant, in which tenant, of which cloud. */
const application = {
    'app-not-found': {
        codes: [700016, 700011],
        meaning: 'The application is not in this tenant.',
        causes: [
            'The client id or the tenant id is that of another app or tenant, or the two were swapped.',
            'The object id was taken in place of the application (client) id.',
            'The app is in another cloud, or is one of several tenants that was not added to this one.',
        ],
        fix: 'Compare client id and tenant id with the overview page of the app registration.',
        who: 'you',
        waiting: 'after-a-change',
        source: azureDevOps,
    },
    'client-id-malformed': {
        codes: [700038, 90112],
        meaning: 'The client id is no id of an application.',
        causes: ['A placeholder such as 00000000-0000-0000-0000-000000000000 was left in the file.'],
        fix: 'Set the client id to the application (client) id on the overview page of the app registration.',
        who: 'you',
        waiting: 'no',
        source: errorCodes,
    },
    'no-service-principal': {
        codes: [7000229, 7000217, 1001010],
        meaning: 'The app is registered, but has no service principal (enterprise application) in this tenant.',
        causes: ['The app comes from another tenant, or its service principal was deleted or never made.'],
        fix: 'Make the service principal, for example with: az ad sp create --id CLIENT_ID',
        who: 'administrator',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/entra/identity/enterprise-apps/create-service-principal-cross-tenant',
    },
    'app-disabled': {
        codes: [7000112, 70001],
        meaning: 'The app is disabled in this tenant.',
        causes: [
            "An administrator turned 'Enabled for users to sign in' off, or Microsoft disabled the app.",
            'For AADSTS70001, which Microsoft explains in two ways: the client id is not known in this tenant.',
        ],
        fix: "Ask an administrator whether that is intended, and else to enable it under 'Enterprise applications', 'Properties'.",
        who: 'administrator',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000112-application-is-disabled',
    },
    'app-of-another-tenant': {
        codes: [650059],
        meaning: 'The app takes accounts of its own tenant only, and the token was asked of another.',
        causes: ['The tenant id is not that of the tenant the app is registered in.'],
        fix: "Set the tenant id to the app's own tenant, or have the app's owner let it serve several tenants.",
        who: 'you',
        waiting: 'no',
        source: errorCodes,
    },
    'tenant-not-found': {
        codes: [90002],
        meaning: 'The tenant does not exist in this cloud.',
        causes: ['The tenant id or its domain has a typing error.', 'The tenant is in another cloud.'],
        fix: 'Compare the tenant id with the overview page of the app registration, and the cloud with the portal you use.',
        who: 'you',
        waiting: 'no',
        source: errorCodes,
    },
    'tenant-malformed': {
        codes: [900023],
        meaning: 'The tenant is neither an id nor a domain name.',
        causes: ['A name or a placeholder stands where the id belongs.'],
        fix: 'Set the tenant id to the directory (tenant) id on the overview page of the app registration.',
        who: 'you',
        waiting: 'no',
        source: errorCodes,
    },
    'unknown-authority': {
        codes: [50049],
        meaning: 'The authority is not known.',
        causes: ['The authority host has a typing error, or is one of no cloud.'],
        fix: 'Correct the authority host, or leave it out and name the cloud.',
        who: 'you',
        waiting: 'no',
        source: nationalClouds,
    },
    'no-tenant': {
        codes: [50059, 50194, 9001023, 900191, 90019, 50128],
        meaning: 'An app gets its token from its own tenant, and none was named.',
        causes: ["The authority is 'common' or 'organizations', which stand for no single tenant."],
        fix: 'Set the tenant id to that of the tenant whose resources are wanted.',
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
    },
    'wrong-cloud': {
        codes: [90038, 900382, 900432, 900439],
        meaning: 'The tenant or the app belongs to another cloud.',
        causes: [
            'The cloud is not set, or another one than the tenant is in.',
            'For a federated identity: some clouds do not take one that another cloud vouches for.',
        ],
        fix: "Set the cloud to the one the tenant is in: 'public', 'usgov' or 'china'.",
        who: 'you',
        waiting: 'no',
        source: nationalClouds,
    },
    'tenant-restricted': {
        codes: [500021, 500022],
        meaning: 'The network allows sign-ins to other tenants only.',
        causes: ['A proxy of the company adds tenant restrictions, and this tenant is not among those allowed.'],
        fix: 'Ask whoever runs the proxy to allow this tenant, or run the job in another network.',
        who: 'network',
        waiting: 'no',
        source: 'https://learn.microsoft.com/entra/identity/enterprise-apps/tenant-restrictions',
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/credentials.js

const addCredentials = 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials';
/** What the app proves itself with: a client secret or a certificate. */
const credentials = {
    'wrong-secret': {
        codes: [7000215, 70002],
        meaning: 'The client secret is wrong.',
        causes: [
            "The secret's id was stored in place of its value.",
            'The secret belongs to another app, has been removed from this one, or has expired.',
            'It was stored cut off, or with characters around it.',
        ],
        fix: "Store the secret's value, which the portal shows once when the secret is made, and not its id.",
        who: 'app-owner',
        waiting: 'no',
        source: addCredentials,
    },
    'secret-expired': {
        codes: [7000222],
        meaning: 'The client secret has expired.',
        causes: ['A secret made in the portal lives two years at most, and nothing in the pipeline tells of its end.'],
        fix: 'Make a new client secret for the app and store it, or use a federated credential, which does not expire.',
        who: 'app-owner',
        waiting: 'no',
        source: addCredentials,
    },
    'no-credential': {
        codes: [7000216],
        meaning: 'The app has to prove itself, and no secret, certificate or assertion was sent.',
        causes: ['The secret is empty: it is not defined here, or this run may not read it.'],
        fix: 'Give the client secret or the certificate, or use the identity of the job.',
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
    },
    'not-a-public-client': {
        codes: [7000218],
        meaning: 'The app is no public client, and no secret or certificate was sent.',
        causes: [
            'A grant of a user (device code, password, refresh token) is used with an app that is no public client.',
            'The secret is empty: it is not defined here, or this run may not read it.',
        ],
        fix: "Allow public client flows for the app ('Authentication'), or give its client secret or certificate.",
        who: 'app-owner',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/confidential-client-application-authentication-error-aadsts7000218',
    },
    'public-client': {
        codes: [700025],
        meaning: 'The app is a public client, and may prove itself with nothing.',
        causes: ['A secret, certificate or assertion is given beside the grant of a user.'],
        fix: 'Remove the secret or certificate from the step, or turn public client flows off for the app.',
        who: 'you',
        waiting: 'no',
        source: errorCodes,
    },
    'certificate-unknown': {
        codes: [700027, 50012],
        meaning: 'The certificate is not registered for the app, or the signature made with it is not valid.',
        causes: [
            'The certificate was renewed, and the new one was not uploaded to the app.',
            'The certificate belongs to another app, or its registered copy has expired.',
        ],
        fix: "Upload the certificate to the app ('Certificates & secrets'), or use the one whose thumbprint is there.",
        who: 'app-owner',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials',
    },
    'certificate-subject': {
        codes: [700030],
        meaning: "The certificate's subject name is not one that the app trusts.",
        causes: [
            'The certificate is sent with its chain, and the app trusts another subject name, or none.',
            'The certificate comes from an authority of another cloud.',
        ],
        fix: "Register the certificate's subject name and authority for the app, or upload the certificate and do not send its chain.",
        who: 'app-owner',
        waiting: 'after-a-change',
        source: errorCodes,
    },
    'certificate-chain': {
        codes: [7000213],
        meaning: "The certificate's chain cannot be verified.",
        causes: ['A certificate between this one and its root is missing.'],
        fix: "Give the PEM or PFX with its whole chain, the app's certificate first.",
        who: 'you',
        waiting: 'no',
        source: 'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/3909',
    },
    'certificate-ended': {
        codes: [1000502, 7000214],
        meaning: 'The certificate has expired, is not valid yet, or was revoked.',
        causes: ['The certificate was renewed, and the stored one is the old one.'],
        fix: 'Make a new certificate, upload it to the app and store it.',
        who: 'app-owner',
        waiting: 'no',
        source: 'https://github.com/AzureAD/microsoft-identity-web/issues/2834',
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/federation.js

const createTrust = 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust';
const exactMatching = 'https://learn.microsoft.com/entra/identity-platform/reference-breaking-changes#federated-identity-credentials-now-use-case-sensitive-matching';
const federation_azureDevOps = 'https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity';
const managedIdentity = 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity';
const assertions = 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials';
/** The job's own identity, or another issuer's token, in place of a secret. */
const federation = {
    'no-matching-credential': {
        codes: [70021],
        meaning: 'No federated credential of the app matches this run.',
        causes: [
            'Issuer, subject or audience is another one than in the federated credential.',
            'The federated credential belongs to another app, or was made minutes ago.',
        ],
        fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
        who: 'app-owner',
        waiting: 'after-a-change',
        presented: { shows: ['issuer', 'subject', 'audience'], register: true },
        source: createTrust,
    },
    'issuer-not-matching': {
        codes: [700211],
        meaning: 'No federated credential of the app has the issuer of this run.',
        causes: [
            'The federated credential was made for another platform or server, or for another form of the issuer.',
            'The federated credential belongs to another app, or was made minutes ago.',
        ],
        fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
        who: 'app-owner',
        waiting: 'after-a-change',
        presented: { shows: ['issuer'], register: true },
        source: federation_azureDevOps,
    },
    'subject-not-matching': {
        codes: [700213],
        meaning: 'No federated credential of the app has the subject of this run.',
        causes: [
            'The run is of another branch, tag, environment or pull request than the federated credential names.',
            'The repository was made, renamed or transferred after 2026-07-15, or has chosen so, and its subject holds ids.',
            'The federated credential belongs to another app, or was made minutes ago.',
        ],
        fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
        who: 'app-owner',
        waiting: 'after-a-change',
        presented: { shows: ['subject', 'issuer'], register: true },
        source: 'https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects',
    },
    'audience-not-expected': {
        codes: [700212, 7002121],
        meaning: 'The audience of the presented identity is not the one the federated credential expects.',
        causes: [
            'The audience of another cloud is asked for.',
            'The federated credential was given an audience of its own.',
        ],
        fix: 'Change the audience of the federated credential to the one below, or on GitHub ask for the one it has with the input audience.',
        who: 'app-owner',
        waiting: 'after-a-change',
        presented: { shows: ['audience'], register: false },
        source: exactMatching,
    },
    'subject-not-exact': {
        codes: [7002138, 7002137],
        meaning: 'The presented subject differs from that of the federated credential, perhaps only in small and capital letters.',
        causes: [
            'Owner, repository, branch or environment is written with other capital letters in the federated credential.',
        ],
        fix: 'Make the federated credential anew with exactly the subject below.',
        who: 'app-owner',
        waiting: 'after-a-change',
        presented: { shows: ['subject'], register: true },
        source: exactMatching,
    },
    'no-federated-credential': {
        codes: [70025],
        meaning: 'The app has no federated credential at all.',
        causes: [
            'The client id is that of another app.',
            'The secret or certificate that was to be used arrived empty, so that the job proved its own identity.',
        ],
        fix: 'Add a federated credential with the issuer, subject and audience below to the app.',
        who: 'app-owner',
        waiting: 'after-a-change',
        presented: { shows: ['issuer', 'subject', 'audience'], register: true },
        source: createTrust,
    },
    'federation-blocked': {
        codes: [700223, 700238],
        meaning: 'A policy of the tenant does not allow this app to trust this issuer.',
        causes: ['Federation is switched off in the tenant, or this issuer is not among those allowed.'],
        fix: 'Ask a tenant administrator to allow the issuer below for apps, or use a managed identity where that is allowed.',
        who: 'administrator',
        waiting: 'no',
        presented: { shows: ['issuer'], register: false },
        source: federation_azureDevOps,
    },
    'enterprise-not-trusted': {
        codes: [7002381],
        meaning: 'The tenant trusts GitHub only where the token names a certain enterprise, and this one names none or another.',
        causes: ['The repository is not in the enterprise that the tenant trusts, such as a personal one.'],
        fix: 'Run the workflow in a repository of that enterprise, or ask a tenant administrator to change the policy.',
        who: 'administrator',
        waiting: 'no',
        presented: { shows: ['issuer'], register: false },
        source: 'https://github.com/triton-lang/triton/issues/10680',
    },
    'entra-issuer-not-allowed': {
        codes: [70052],
        meaning: 'An app of several tenants may not trust a token that Entra issued.',
        causes: ["The app registration takes accounts of any tenant, and the federated credential's issuer is Entra."],
        fix: 'Use an app registration of a single tenant.',
        who: 'app-owner',
        waiting: 'no',
        source: federation_azureDevOps,
    },
    'not-a-managed-identity': {
        codes: [700222, 700226, 700231],
        meaning: 'A token of Entra was presented as the assertion, and only that of a managed identity may be.',
        causes: [
            'The federated token is an access token of an app or of a user.',
            'The token was itself got by a federated credential, and such tokens cannot be chained.',
        ],
        fix: "Present the token of a user-assigned managed identity for this cloud's audience, or the token of another issuer.",
        who: 'you',
        waiting: 'no',
        source: managedIdentity,
    },
    'managed-identity-of-another-tenant': {
        codes: [700236],
        meaning: "The managed identity's token was issued in another tenant than the app's own.",
        causes: ['App and managed identity are in two tenants.'],
        fix: 'Use an app registration of the tenant the managed identity is in (for the resources of another tenant, one of several tenants).',
        who: 'app-owner',
        waiting: 'no',
        source: managedIdentity,
    },
    'managed-identity-not-trusted': {
        codes: [7000227, 7000226],
        meaning: 'No federated credential of the app matches the managed identity.',
        causes: ["The federated credential names the identity's client id where its object (principal) id belongs."],
        fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
        who: 'app-owner',
        waiting: 'after-a-change',
        presented: { shows: ['issuer', 'subject', 'audience'], register: true },
        source: managedIdentity,
    },
    'user-as-assertion': {
        codes: [700229],
        meaning: "A user's token was presented as the assertion, and only that of an application may be.",
        causes: ['The federated token comes from a sign-in, as of the Azure CLI.'],
        fix: 'Present the token of a workload: of the job, of a managed identity, of Kubernetes.',
        who: 'you',
        waiting: 'no',
        source: errorCodes,
    },
    'issuer-unreachable': {
        codes: [50166, 501661, 90061],
        meaning: "Entra cannot read the issuer's keys.",
        causes: [
            'The issuer is a server within a company, such as GitHub Enterprise Server, which Entra cannot reach over the internet.',
            "The issuer's address in the token is not the one that publishes its keys.",
        ],
        fix: "Let the internet reach the issuer's /.well-known/openid-configuration and the keys it names, or give a certificate instead.",
        who: 'network',
        waiting: 'later',
        presented: { shows: ['issuer'], register: false },
        source: createTrust,
    },
    'issuer-keys': {
        codes: [7000272, 900612, 700221],
        meaning: 'What the issuer publishes does not fit the token it signed.',
        causes: [
            "The issuer's key was changed, and its published keys lack the new one.",
            'The issuer that it publishes differs from that of the token, perhaps by a slash at the end.',
        ],
        fix: "Have the issuer's owner make its /.well-known/openid-configuration and keys agree with the tokens it signs.",
        who: 'network',
        waiting: 'after-a-change',
        presented: { shows: ['issuer'], register: false },
        source: createTrust,
    },
    'assertion-expired': {
        codes: [700024],
        meaning: 'The client assertion is outside its validity.',
        causes: [
            'The clock of the machine that runs the job is wrong.',
            'The federated token was fetched long before this step.',
        ],
        fix: 'Check the clock of the machine that runs the job; if it is right, fetch the token right before this step.',
        who: 'you',
        waiting: 'no',
        source: federation_azureDevOps,
    },
    'assertion-of-another-app': {
        codes: [700021, 50048],
        meaning: 'Issuer or subject of the client assertion is not the client id.',
        causes: ['The federated token was made for another app.'],
        fix: 'Correct the client id, or make the assertion for this one.',
        who: 'you',
        waiting: 'no',
        source: assertions,
    },
    'assertion-for-another-tenant': {
        codes: [700023],
        meaning: 'The client assertion is meant for another tenant, cloud or audience.',
        causes: [
            'The federated token has the audience of another service.',
            'Tenant or cloud is another one than it was made for.',
        ],
        fix: 'Correct tenant and cloud, or ask for the federated token with the audience of this cloud.',
        who: 'you',
        waiting: 'no',
        presented: { shows: ['audience'], register: false },
        source: assertions,
    },
    'assertion-malformed': {
        codes: [50027],
        meaning: 'The client assertion is no JWT that Entra can read.',
        causes: ['The federated token was cut off, is in quotes, or is no token.'],
        fix: "Give the issuer's token as it came, and nothing around it.",
        who: 'you',
        waiting: 'no',
        source: errorCodes,
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/network.js
const selfHosted = 'https://docs.github.com/actions/reference/runners/self-hosted-runners';
const agentProxy = 'https://learn.microsoft.com/azure/devops/pipelines/agents/proxy';
const nodeTls = 'https://nodejs.org/api/cli.html#node_extra_ca_certsfile';
/** What goes wrong between this machine and a server. */
const network = {
    'not-https': {
        meaning: '{host} was to be asked without TLS.',
        causes: ['An address begins with http://.'],
        fix: 'Give an address that begins with https://.',
        who: 'you',
        waiting: 'no',
        source: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.2',
    },
    'name-not-resolved': {
        meaning: '{host} cannot be found by name.',
        causes: ['The host name has a typing error.', "The machine's DNS does not know names of the internet."],
        fix: 'Check the host name, and the DNS of the machine that runs the job.',
        who: 'network',
        waiting: 'passes',
        source: selfHosted,
    },
    'not-connected': {
        meaning: '{host} cannot be reached.',
        causes: ['A firewall does not let this machine out, or only by a proxy that it was not told.'],
        fix: 'Allow the machine that runs the job to connect to this host.',
        who: 'network',
        waiting: 'passes',
        source: selfHosted,
    },
    'certificate-not-trusted': {
        meaning: '{host} presented a certificate that this machine does not trust.',
        causes: ['The network inspects TLS with a CA of its own.', 'The host has a certificate of a private CA.'],
        fix: "If the network inspects TLS, or the host has a CA of its own, name that CA's PEM file in NODE_EXTRA_CA_CERTS.",
        who: 'network',
        waiting: 'no',
        source: nodeTls,
    },
    'attempt-timeout': {
        meaning: '{host} gave no answer in time.',
        causes: ['A firewall drops what is sent, instead of refusing it.'],
        fix: 'Check that the machine that runs the job can reach this host; a firewall may drop what is sent.',
        who: 'network',
        waiting: 'passes',
        source: selfHosted,
    },
    deadline: {
        meaning: '{host} gave no answer before the step ran out of time.',
        causes: ['The host is slow or out of reach, or the input timeout is short.'],
        fix: 'Check that the machine that runs the job can reach this host, or raise the timeout.',
        who: 'network',
        waiting: 'later',
        source: selfHosted,
    },
    'connection-lost': {
        meaning: '{host} broke the connection off.',
        causes: ['A proxy or firewall in between closed it.'],
        fix: 'Run the job again. If it stays so, ask who runs the proxy or firewall in between.',
        who: 'network',
        waiting: 'passes',
        source: selfHosted,
    },
    'answer-too-large': {
        meaning: '{host} sent an answer that is too large to be a token.',
        causes: ['Something else answers in place of the host.'],
        fix: 'Check the host name, and whether a proxy answers in its place.',
        who: 'network',
        waiting: 'no',
        source: selfHosted,
    },
    'proxy-not-connected': {
        meaning: '{host} is the proxy that this machine is told to use, and cannot be reached.',
        causes: ['HTTPS_PROXY, or the proxy of the agent, holds a wrong or an old address.'],
        fix: 'Correct the proxy settings of the machine (HTTPS_PROXY, or those of the agent), or except the host in NO_PROXY.',
        who: 'network',
        waiting: 'passes',
        source: agentProxy,
    },
    'proxy-refused': {
        meaning: '{host} is the proxy that this machine is told to use, and refused to connect. Entra was not asked.',
        causes: ['The proxy wants a user name and password (407), or does not allow the host (403).'],
        fix: 'For HTTP 407, put the user name and password into the proxy settings; else ask who runs the proxy to allow the host.',
        who: 'network',
        waiting: 'no',
        source: agentProxy,
    },
    'unexpected-answer': {
        meaning: '{host} answered with something that makes no sense there.',
        causes: ['A proxy, a firewall or a sign-in page of the network answers in place of the host.'],
        fix: 'Run the job again. If it stays so, something between the runner and that host answers in its place: ask who runs the proxy or firewall.',
        who: 'network',
        waiting: 'passes',
        source: selfHosted,
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/platform.js
const githubOidc = 'https://docs.github.com/actions/reference/security/oidc';
/** What goes wrong before Entra is asked: inputs, and the right to the job's own identity. */
const platform = {
    'inputs-wrong': {
        meaning: 'The inputs do not say which token to get, and nothing was sent.',
        // The problems that are found are the causes.
        causes: [],
        fix: 'Correct the inputs that are named; all of them are listed at once.',
        who: 'you',
        waiting: 'no',
        source: 'https://github.com/org/entra-token#inputs',
    },
    'id-token-permission': {
        meaning: 'GitHub gave this job no right to an identity token.',
        causes: [
            'The job lacks `permissions: id-token: write`.',
            'The job is in a reusable workflow, and the workflow that calls it lacks the permission.',
        ],
        fix: 'Add `permissions: { id-token: write, contents: read }` to the job.',
        who: 'you',
        waiting: 'no',
        source: githubOidc,
    },
    'fork-run': {
        meaning: 'This run comes from a fork, and gets neither secrets nor an identity token.',
        causes: [
            'Anyone could change the workflow in a fork, so the platform keeps what it could give away from it, unless the owners of the repository allow it.',
        ],
        fix: 'Get the token only where the run is not of a fork, such as after the merge.',
        who: 'you',
        waiting: 'no',
        source: 'https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request',
    },
    'dependabot-run': {
        meaning: 'Dependabot started this run, which sees no secrets of Actions, and this job has no right to an identity token.',
        causes: [
            'A run of Dependabot sees only the secrets stored for Dependabot.',
            'Its rights are read-only unless the job itself says more.',
        ],
        fix: "Add `permissions: { id-token: write, contents: read }` to the job, or store the secret under 'Secrets and variables', 'Dependabot' too.",
        who: 'you',
        waiting: 'no',
        source: 'https://docs.github.com/code-security/reference/supply-chain-security/dependabot-on-actions',
    },
    'no-identity-tokens': {
        meaning: 'This server or agent offers no identity tokens to a pipeline.',
        causes: ['It is Azure DevOps Server, or an old agent.'],
        fix: 'Use Azure DevOps Services with a current agent, or give a client secret or a certificate.',
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity',
    },
    'identity-token-refused': {
        meaning: '{host} refused to issue an identity token for this job.',
        causes: ['The right to the token has ended with the job it was given to.'],
        fix: 'Run the job again; if it stays so, quote the words below to the support of the platform.',
        who: 'you',
        waiting: 'no',
        source: githubOidc,
    },
    'platform-trouble': {
        meaning: '{host} has trouble of its own.',
        causes: ['GitHub, Azure DevOps, or the managed identity endpoint is overloaded or down.'],
        fix: 'Run the job again in a few minutes; if it goes on, look at https://www.githubstatus.com or https://status.dev.azure.com',
        who: 'nobody',
        waiting: 'passes',
        source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6',
    },
    'connection-refused': {
        meaning: '{host} refused to issue an identity token for this service connection.',
        causes: [
            'The pipeline may not use the service connection.',
            'The service connection was deleted, or is not one with workload identity federation.',
        ],
        fix: "Open the service connection in the project settings and permit this pipeline under 'Security', 'Pipeline permissions'.",
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/azure/devops/pipelines/library/service-endpoints#authorize-pipelines',
    },
    'secure-file-refused': {
        meaning: '{host} refused to hand out the secure file.',
        causes: ['The pipeline may not use the file, or it was deleted.'],
        fix: "Open the file under 'Pipelines', 'Library', 'Secure files' and permit this pipeline under 'Pipeline permissions'.",
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/azure/devops/pipelines/library/secure-files',
    },
    'managed-identity-refused': {
        meaning: 'The managed identity endpoint {host} issued no token.',
        causes: [
            'The machine has no managed identity, or several and none was named.',
            'The resource in the scope is not known.',
        ],
        fix: 'Check that an identity is assigned to this machine, and name its client id if there are several.',
        who: 'you',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token',
    },
    'arc-key-refused': {
        meaning: "The key of Azure Arc's agent cannot be read by the user that runs this job.",
        causes: ['The user is in none of the groups that may read the key.', 'The agent has removed the key already.'],
        fix: "Add that user to the group 'himds' (on Windows 'Hybrid Agent Extension Applications'), and start the runner anew.",
        who: 'network',
        waiting: 'no',
        source: 'https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication',
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/resource.js

const consent = 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/troubleshoot-consent-issues';
const clientCredentials = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow';
/** What the token is for, and what it may do there. */
const resource = {
    'resource-not-found': {
        codes: [500011, 650054],
        meaning: 'The resource in the scope is not known in this tenant.',
        causes: [
            'The scope has a typing error, or the tenant id is not that of the tenant the API is in.',
            'The API has no service principal (enterprise application) in this tenant yet.',
        ],
        fix: "Compare the scope with the API's Application ID URI ('Expose an API' in its app registration).",
        who: 'you',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts500011-resource-principal-not-found',
    },
    'resource-disabled': {
        codes: [500014, 7000117],
        meaning: "The resource's service principal is disabled in this tenant.",
        causes: ['An administrator disabled it, or the subscription to the service has ended.'],
        fix: "Have an administrator enable the resource under 'Enterprise applications', or renew its subscription.",
        who: 'administrator',
        waiting: 'after-a-change',
        source: 'https://login.microsoftonline.com/error?code=500014',
    },
    'scope-malformed': {
        codes: [70011, 1002012, 28002, 28003, 650053],
        meaning: 'The scope is not one that an application can ask for.',
        causes: [
            'It names a single permission, such as User.Read, where an app alone asks for all it was granted.',
            'The API has no permission of that name.',
        ],
        fix: "Ask for '<resource>/.default', and write each resource on a line of its own.",
        who: 'you',
        waiting: 'no',
        source: clientCredentials,
    },
    'several-resources': {
        codes: [28000, 700022],
        meaning: 'One request named several resources, and a token is for one.',
        causes: [
            'Scopes of two APIs stand on one line.',
            'For AADSTS700022, in another reading: the assertion has no subject.',
        ],
        fix: 'Write the scopes of each resource on a line of its own.',
        who: 'you',
        waiting: 'no',
        source: clientCredentials,
    },
    'consent-missing': {
        codes: [65001, 90094, 650056],
        meaning: 'Nobody has consented to a permission that the app asks for.',
        causes: [
            "The permission was added to the app, and 'Grant admin consent' was not pressed.",
            'For AADSTS650056 also: the app lists no permission of the resource, or the client id is wrong.',
        ],
        fix: "Have an administrator grant consent for the app ('API permissions').",
        who: 'administrator',
        waiting: 'after-a-change',
        source: consent,
    },
    'resource-not-subscribed': {
        codes: [650052],
        meaning: 'The app needs a service that the tenant has not subscribed to or has not enabled.',
        causes: ['The service has no service principal in this tenant, or needs a licence.'],
        fix: 'Have an administrator subscribe to the service, or make its service principal in this tenant.',
        who: 'administrator',
        waiting: 'after-a-change',
        source: consent,
    },
    'permission-not-requested': {
        codes: [650057],
        meaning: "The resource is not among those the app's registration asks for.",
        causes: ["The API was not added under 'API permissions' of the app."],
        fix: "Add a permission of the API to the app ('API permissions') and have an administrator consent.",
        who: 'app-owner',
        waiting: 'after-a-change',
        source: consent,
    },
    'role-missing': {
        codes: [501051],
        meaning: 'The API takes only applications with a role, and this app has none.',
        causes: ["'Assignment required' is on for the API, and the app was given none of its app roles."],
        fix: "Assign the app one of the API's roles ('API permissions') and have an administrator consent.",
        who: 'administrator',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/entra/identity-platform/scenario-protected-web-api-app-registration',
    },
    'request-malformed': {
        codes: [900144, 90014, 9002313, 90023, 901002],
        meaning: 'The request lacks a value, or one is malformed.',
        causes: ['An input is empty or holds characters that do not belong there.'],
        fix: "Look at Entra's words below, which name the value, and correct the input it comes from.",
        who: 'you',
        waiting: 'no',
        source: errorCodes,
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/service.js

/** Trouble of Entra itself. */
const service = {
    'service-trouble': {
        codes: [90033, 90024, 90006, 90012, 90090, 50033, 50087, 80005, 40010],
        errors: ['temporarily_unavailable', 'server_error'],
        meaning: 'Entra has trouble of its own.',
        causes: [
            'The service, or a part of it, is overloaded or down.',
            'For an answer that is a page: a proxy in between does not reach Entra.',
            "For users: the tenant's own identity provider or sign-in agent does not answer.",
        ],
        fix: 'Run the job again in a few minutes; if it goes on, look at https://azure.status.microsoft',
        who: 'nobody',
        waiting: 'passes',
        source: errorCodes,
    },
    'request-loop': {
        codes: [50196],
        meaning: 'Entra got the same request too often in a short time, and takes it for a loop.',
        causes: ['A pipeline asks for the same token again and again, such as in a loop or in many jobs at once.'],
        fix: 'Ask once for each job, and use its token again.',
        who: 'you',
        waiting: 'later',
        source: 'https://learn.microsoft.com/entra/msal/dotnet/advanced/exceptions/confidential-client-troubleshoot',
    },
    'service-error': {
        codes: [90036, 50000],
        meaning: 'Entra failed on this request in a way that another attempt does not mend.',
        causes: ['Something about the app or the tenant is in a state that Entra cannot handle.'],
        fix: 'Open a support request with Microsoft, and quote the correlation id and the time below.',
        who: 'administrator',
        waiting: 'no',
        source: errorCodes,
    },
    throttled: {
        codes: [90055],
        meaning: 'Entra limits how often this app or tenant may ask for tokens.',
        causes: ['Many jobs ask at the same time.'],
        fix: 'Ask once for each job, pass the token on within it, and run again later.',
        who: 'you',
        waiting: 'passes',
        source: errorCodes,
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/token.js
const accessTokens = 'https://learn.microsoft.com/entra/identity-platform/access-tokens';
const claims = 'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference';
const bearer = 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1';
const http = (section) => `https://www.rfc-editor.org/rfc/rfc9110#section-${section}`;
/** What is wrong with a token that Entra did issue. */
const token = {
    'token-ends-soon': {
        meaning: 'The token ends sooner than the input for its least lifetime requires.',
        causes: ['More is required than Entra gives: 60 to 90 minutes are usual.'],
        fix: 'Ask for less, or get the token in a step right before it is used.',
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/entra/identity-platform/configurable-token-lifetimes',
    },
    'token-audience': {
        meaning: 'The token is for another audience than the required one.',
        causes: [
            'The scope is of another API.',
            "The API's tokens are v2.0, whose audience is the client id of the API, or the other way round.",
        ],
        fix: "Ask for a scope of that API. (In a v2.0 token the audience is the API's client id; in a v1.0 token it can be its App ID URI.)",
        who: 'you',
        waiting: 'no',
        source: claims,
    },
    'token-role-missing': {
        meaning: 'The token lacks a role that is required.',
        causes: [
            'The app was not granted the role, or nobody has consented to it. Entra issues a token without roles all the same.',
            'A managed identity has no API permissions page: its roles are granted by command, and take hours to reach its tokens.',
        ],
        fix: "Grant the app the role ('API permissions'), have an administrator consent, and run again.",
        who: 'administrator',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps',
    },
    'token-unreadable': {
        meaning: 'The token is no JWT, so what it holds cannot be checked.',
        causes: ['Some of the resources, such as for personal accounts, have encrypted or opaque tokens.'],
        fix: 'Remove the requirement, or ask for a token whose content is readable.',
        who: 'you',
        waiting: 'no',
        source: accessTokens,
    },
    'api-unauthorized': {
        meaning: 'The API does not accept the token (401).',
        causes: [
            'The API expects another audience, or tokens of another tenant or version.',
            'The address wants no Bearer token.',
        ],
        fix: 'Compare the audience and issuer below with what the API accepts.',
        who: 'api-owner',
        waiting: 'no',
        source: bearer,
    },
    'api-forbidden': {
        meaning: 'The API knows the app and does not permit the call (403).',
        causes: [
            'The token lacks the role that the call needs, or the app has no rights on the object itself.',
            'A managed identity has no API permissions page: its roles are granted by command, and take hours to reach its tokens.',
        ],
        fix: "Grant the app the role that the call needs ('API permissions'), have an administrator consent, and run again.",
        who: 'administrator',
        waiting: 'after-a-change',
        source: bearer,
    },
    'api-throttled': {
        meaning: 'The API limits how often it may be called (429); it says nothing against the token.',
        causes: ['Many jobs call it at the same time.'],
        fix: 'Run again later, or verify at an address without such a limit.',
        who: 'you',
        waiting: 'passes',
        source: 'https://www.rfc-editor.org/rfc/rfc6585#section-4',
    },
    'api-redirects': {
        meaning: 'The API redirects to another address; the token was not sent there.',
        causes: [
            'The address is that of a page for people, which leads to a sign-in.',
            'The address lacks or has a slash at its end.',
        ],
        fix: 'Give the address that answers itself, and no sign-in page.',
        who: 'you',
        waiting: 'no',
        source: http('15.4'),
    },
    'api-other-answer': {
        meaning: 'The API answered with neither success nor a word against the token.',
        causes: ['The address has a typing error (404), or the API is down (5xx).'],
        fix: 'Check the address, and whether the API is well.',
        who: 'api-owner',
        waiting: 'no',
        source: http('15'),
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/users.js

const passwordGrant = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc';
const deviceCode = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code';
/** Grants in which a user takes part: password, device code, refresh token, on behalf of. */
const users = {
    'wrong-user-or-password': {
        codes: [50034, 50126],
        meaning: 'The user name or the password is wrong.',
        causes: ['The password was changed, or the user is in another tenant.'],
        fix: 'Correct them before the next run: repeated failures can lock the account.',
        who: 'user',
        waiting: 'no',
        source: passwordGrant,
    },
    'password-expired': {
        codes: [50055],
        meaning: "The user's password has expired.",
        causes: ['The tenant lets passwords expire.'],
        fix: 'Have the user set a new password and store it, or use a service principal, which has none.',
        who: 'user',
        waiting: 'no',
        source: errorCodes,
    },
    'user-disabled': {
        codes: [50057],
        meaning: "The user's account is disabled.",
        causes: ['An administrator disabled it, perhaps because the person has left.'],
        fix: 'Use a service principal, or have an administrator enable the account.',
        who: 'administrator',
        waiting: 'no',
        source: errorCodes,
    },
    'user-locked': {
        codes: [50053],
        meaning: "The user's account is locked, or its sign-in was blocked for the address it came from.",
        causes: [
            'Wrong passwords were tried too often, perhaps by earlier runs of this job.',
            'The address of a shared runner is known for attacks.',
        ],
        fix: 'Stop the runs, and have an administrator read the reason in the sign-in logs; correct the password before the next run.',
        who: 'administrator',
        waiting: 'later',
        source: 'https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout',
    },
    'mfa-needed': {
        codes: [50076, 50079, 50072, 50074, 50158],
        meaning: 'The user has to prove more than a password (MFA), which no pipeline can.',
        causes: [
            'Conditional Access or the security defaults ask every user for it.',
            'A policy asks for something else of the user, such as accepting terms of use.',
        ],
        fix: 'Use a service principal, or a device code with a person at hand.',
        who: 'you',
        waiting: 'no',
        source: passwordGrant,
    },
    'user-not-here': {
        codes: [50020, 16000],
        meaning: 'The user is not one of this tenant.',
        causes: ['The account belongs to another tenant, or is a personal one.'],
        fix: "Set the tenant id to the user's own tenant, or use a service principal.",
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-AADSTS50020-user-account-identity-provider-does-not-exist',
    },
    'user-not-assigned': {
        codes: [50105],
        meaning: 'The user is not assigned to the app.',
        causes: ["'Assignment required' is on for the app."],
        fix: "Have an administrator assign the user or a group under 'Enterprise applications', 'Users and groups'.",
        who: 'administrator',
        waiting: 'after-a-change',
        source: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-AADSTS50105-user-not-assigned-role',
    },
    'conditional-access': {
        codes: [53003, 530003, 53000, 53001, 530035, 530032, 50131, 50097],
        meaning: 'Conditional Access, or the security defaults of the tenant, do not let this sign-in pass.',
        causes: [
            'A policy asks for a known network or device, which the machine that runs the job is not, or finds a risk.',
        ],
        fix: "Ask a tenant administrator to look the correlation id up in the sign-in logs, where the policy's name is.",
        who: 'administrator',
        waiting: 'no',
        source: 'https://learn.microsoft.com/entra/identity/conditional-access/workload-identity',
    },
    'device-code-expired': {
        codes: [70016, 70019, 70020],
        errors: ['expired_token', 'authorization_pending'],
        meaning: 'Nobody signed in before the device code expired.',
        causes: ['Nobody was watching the log.'],
        fix: 'Run the job again, and sign in while it waits.',
        who: 'user',
        waiting: 'no',
        source: deviceCode,
    },
    'device-code-wrong': {
        codes: [70018],
        errors: ['bad_verification_code'],
        meaning: 'The device code is not known to Entra.',
        causes: ['The code comes from another tenant or app, or was used before.'],
        fix: 'Run the job again, and sign in with the code that its log shows.',
        who: 'user',
        waiting: 'no',
        source: deviceCode,
    },
    'sign-in-declined': {
        codes: [65004],
        errors: ['authorization_declined'],
        meaning: 'The user declined to sign in.',
        causes: ['The sign-in page was cancelled, or the consent on it was refused.'],
        fix: 'Run the job again, and accept what the sign-in page asks.',
        who: 'user',
        waiting: 'no',
        source: deviceCode,
    },
    'user-assertion-refused': {
        codes: [50013, 500131, 500132, 500133, 7000113, 7000114, 240002],
        meaning: "The user's token cannot be exchanged on behalf of the user.",
        causes: [
            'The token has expired, or is for another audience than this app, such as Microsoft Graph.',
            'It is an id token, or the token of an app and not of a user.',
            'The app may not use the on-behalf-of grant.',
        ],
        fix: 'Get a new token of the user whose audience is this app: its client id, or its App ID URI.',
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow',
    },
    'grant-gone': {
        codes: [70000, 70008, 700082, 700084, 70043, 50173, 54005],
        meaning: 'The grant is no longer good: it has expired or was revoked.',
        causes: [
            'The stored refresh token is older than it may get, 90 days as a rule: each use returns a new one to store.',
            'The user changed the password, or an administrator revoked the sign-ins.',
        ],
        fix: 'Have the user sign in again, and store the new refresh token.',
        who: 'user',
        waiting: 'no',
        source: 'https://learn.microsoft.com/entra/identity-platform/refresh-tokens',
    },
    'grant-of-another-app': {
        codes: [7000110],
        meaning: 'The refresh token was issued to another app.',
        causes: ['The client id is not the one that the user signed in to.'],
        fix: 'Set the client id to that of the app the refresh token was issued to.',
        who: 'you',
        waiting: 'no',
        source: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000110-request-is-ambiguous',
    },
};

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/catalogue.js









/**
 * All failures that are known, as the reader of docs/errors.md finds them. Advice only: what the program does never hangs
 * on a code, except whether a request is worth repeating
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes#handling-error-codes-in-your-application).
 */
const sections = [
    { title: 'Before Entra is asked', entries: platform },
    { title: 'The network', entries: network },
    {
        title: 'Federated identity',
        note: 'The log shows a federated credential that fits, and the command that makes it for an app registration. For a user-assigned managed identity it is `az identity federated-credential create --identity-name NAME --resource-group GROUP --name ANY --issuer ISSUER --subject SUBJECT --audiences AUDIENCE`. An app or identity can have 20 of them, each with one audience.',
        entries: federation,
    },
    { title: 'Secret and certificate', entries: credentials },
    { title: 'App, tenant and cloud', entries: application },
    { title: 'Resource, scope and consent', entries: resource },
    { title: 'Users', entries: users },
    { title: 'Entra itself', entries: service },
    { title: 'The token and the API', entries: token },
];
const catalogue_all = {
    ...platform,
    ...network,
    ...federation,
    ...credentials,
    ...application,
    ...resource,
    ...users,
    ...service,
    ...token,
};
/** The entry of that anchor. */
function known(anchor) {
    return { anchor, ...catalogue_all[anchor] };
}
/** The entry for the first code that has one, or else for the OAuth error. */
function knownRefusal(codes, error) {
    const entries = Object.entries(catalogue_all);
    const found = codes.map(code => entries.find(([, entry]) => entry.codes?.includes(code))).find(Boolean) ??
        entries.find(([, entry]) => entry.errors?.includes(error));
    return found && { anchor: found[0], ...found[1] };
}


/***/ })

};
