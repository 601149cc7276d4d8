export const id = 987;
export const ids = [987];
export const modules = {

/***/ 3987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fail: () => (/* binding */ fail)
});

// EXTERNAL MODULE: ./packages/core/build/contract/edit-distance.js
var edit_distance = __webpack_require__(2868);
// EXTERNAL MODULE: ./packages/core/build/contract/inputs.js
var inputs = __webpack_require__(6812);
// EXTERNAL MODULE: ./packages/core/build/contract/is-guid.js
var is_guid = __webpack_require__(7246);
// EXTERNAL MODULE: ./packages/core/build/contract/is-quoted.js
var is_quoted = __webpack_require__(6015);
// EXTERNAL MODULE: ./packages/core/build/contract/scope-lines.js
var scope_lines = __webpack_require__(58);
;// CONCATENATED MODULE: ./packages/core/build/contract/suspicions.js





const wrongIds = [
    'app-not-found',
    'tenant-not-found',
    'client-id-malformed',
    'app-of-another-tenant',
];
/** Looks for the usual slips in inputs that could be right as they are. */
function findSuspicions(given) {
    return [
        ...ofCredential(given),
        ...ofSecret(given),
        ...ofTenant(given),
        ...ofScope(given),
        ...ofFederatedToken(given),
    ];
}
/** Without any input of a credential, `auto` means the job's own identity; a secret that is not defined looks the same. */
function ofCredential(given) {
    const isAuto = ['', 'auto'].includes(given.value('credential'));
    if (!isAuto || inputs/* inputs */.QL.some(({ name }) => (0,inputs/* declarationOf */.MI)(name).credentials && given.value(name) !== ''))
        return [];
    return [
        {
            isLikely: false,
            explains: ['id-token-permission', 'no-federated-credential'],
            sentence: 'No secret or certificate arrived, so the job was to prove its own identity. If the step is given one, it is empty: look at the name of the secret.',
        },
    ];
}
/** A secret made by Entra has letters, digits and a few of `~._-`, and is no GUID; one set by hand may be anything. */
function ofSecret(given) {
    const secret = given.value('client-secret');
    if (secret === '')
        return [];
    const input = given.spelled('client-secret');
    const explains = ['wrong-secret'];
    const slips = [
        [(0,is_guid/* isGuid */.W)(secret), `Likely ${input} is the secret's id: it has the form of a GUID, as ids have and values have not.`],
        [(0,is_quoted/* isQuoted */.f)(secret), `Likely the quotation marks around ${input} were stored with it, and do not belong to it.`],
        [/(\\r)?\\n$/.test(secret), `Likely the \\n at the end of ${input} was stored with it, and does not belong to it.`],
        [
            /^\$(\w+|\{\w+\}|env:\w+|\(\w+\))$/.test(secret),
            `Likely ${input} is the name of a variable, which nobody replaces by its value here: it has the form of one.`,
        ],
        [
            /\s/.test(secret),
            `Likely ${input} was stored with text around it: it has white space within, and values have none.`,
        ],
    ];
    return slips.flatMap(([seen, sentence]) => (seen ? [{ explains, sentence, isLikely: true }] : [])).slice(0, 1);
}
function ofTenant(given) {
    const tenant = given.valueOrEnvironment('tenant-id');
    if (tenant === '')
        return [];
    const input = given.spelled('tenant-id');
    const meant = withoutTypingError(tenant);
    if (meant !== undefined) {
        const sentence = `Likely a typing error in ${input}: '${tenant}' is almost '${meant}'.`;
        return [
            { explains: ['tenant-not-found', 'tenant-malformed'], sentence, mended: `${input}: ${meant}`, isLikely: true },
        ];
    }
    if (tenant !== given.valueOrEnvironment('client-id'))
        return [];
    const sentence = `${input} and ${given.spelled('client-id')} are the same, ${tenant}: one of them is the other's.`;
    return [{ explains: wrongIds, sentence, isLikely: true }];
}
/** How the first domain of a tenant ends, by cloud: https://learn.microsoft.com/entra/fundamentals/add-custom-domain */
const initialDomains = ['onmicrosoft.com', 'onmicrosoft.us', 'onmicrosoft.de', 'partner.onmschina.cn'];
function withoutTypingError(tenant) {
    const [, name, ending] = /^([a-z0-9-]+)\.(.+)$/i.exec(tenant) ?? [];
    if (name === undefined || ending === undefined)
        return undefined;
    const distances = initialDomains.map(domain => ({ domain, distance: (0,edit_distance/* editDistance */.Y)(ending.toLowerCase(), domain) }));
    const [closest] = distances.sort((one, other) => one.distance - other.distance);
    return closest && closest.distance > 0 && closest.distance <= 2 ? `${name}.${closest.domain}` : undefined;
}
function ofScope(given) {
    const clientId = given.valueOrEnvironment('client-id').toLowerCase();
    const resources = (0,scope_lines/* scopeLines */.w)(given.value('scope').toLowerCase()).map(({ written }) => written.replace(/\/\.default$/, ''));
    const input = given.spelled('scope');
    if (clientId !== '' && resources.some(resource => resource === clientId || resource === `api://${clientId}`)) {
        return [
            {
                isLikely: true,
                explains: [
                    'resource-not-found',
                    'role-missing',
                    'token-audience',
                    'token-role-missing',
                    'api-unauthorized',
                    'api-forbidden',
                ],
                sentence: `Likely ${input} should name the API: it is the client id of the app that asks, so the token is for that app itself.`,
            },
        ];
    }
    if (!resources.some(resource => (0,is_guid/* isGuid */.W)(resource)))
        return [];
    const sentence = `${input} is a GUID: it has to be the application (client) id of the API, and not an object id or the id of the tenant.`;
    return [{ explains: ['resource-not-found'], sentence, isLikely: true }];
}
function ofFederatedToken(given) {
    const token = given.value('federated-token');
    if (token === '' || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
        return [];
    const input = given.spelled('federated-token');
    const sentence = (0,is_quoted/* isQuoted */.f)(token)
        ? `Likely the quotation marks around ${input} do not belong to it.`
        : `Likely ${input} is not the token alone: a JWT has three parts with dots between them.`;
    return [
        {
            explains: ['assertion-malformed', 'assertion-for-another-tenant', 'certificate-unknown'],
            sentence,
            isLikely: true,
        },
    ];
}

;// CONCATENATED MODULE: ./packages/core/build/contract/wants-summary.js
/** Whether a failure belongs into the job's summary, even where the inputs are what failed. */
function wantsSummary(given) {
    return given.value('job-summary').toLowerCase() !== 'false';
}

// EXTERNAL MODULE: ./packages/core/build/contract/input-problems.js
var input_problems = __webpack_require__(7777);
// EXTERNAL MODULE: ./packages/core/build/report/count-of.js
var count_of = __webpack_require__(865);
// EXTERNAL MODULE: ./packages/core/build/retry/gave-up.js
var gave_up = __webpack_require__(1745);
// EXTERNAL MODULE: ./packages/core/build/token/api-refusal.js
var api_refusal = __webpack_require__(2850);
// EXTERNAL MODULE: ./packages/core/build/token/entra-refusal.js
var entra_refusal = __webpack_require__(6342);
// EXTERNAL MODULE: ./packages/core/build/transport/transport-failure.js
var transport_failure = __webpack_require__(9445);
// EXTERNAL MODULE: ./packages/core/build/transport/unexpected-answer.js
var unexpected_answer = __webpack_require__(8195);
// EXTERNAL MODULE: ./packages/core/build/contract/scope-request.js
var scope_request = __webpack_require__(1500);
// EXTERNAL MODULE: ./packages/core/build/token/claims.js
var claims = __webpack_require__(8934);
// EXTERNAL MODULE: ./packages/core/build/diagnosis/catalogue/catalogue.js + 10 modules
var catalogue = __webpack_require__(7592);
;// CONCATENATED MODULE: ./packages/core/build/diagnosis/explain.js

/** Makes a diagnosis of an entry of the catalogue. */
function explain(anchor, { host = '', ...special }) {
    const entry = (0,catalogue/* known */.eO)(anchor);
    return { what: entry.meaning.replace('{host}', host), fix: entry.fix, facts: [], ...special, known: entry };
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/api-refusal.js




/** Says why an API did not take the token, from its status, its challenge and the token's own claims. */
function diagnoseApiRefusal({ url, response, token }) {
    const claim = (name) => (token.claims ? (0,claims/* textsOf */.C)(token.claims, name).join(', ') : '');
    const { anchor, ...words } = wordsFor(url, response, token, claim);
    return explain(anchor, {
        title: `The API answered ${response.status}`,
        ...words,
        facts: [
            ['Address', url],
            ['Its challenge', response.headers['www-authenticate'] || 'none'],
            ['Token for', (0,scope_request/* scopeKey */.O)(token.scope)],
            ['Audience of the token', claim('aud') || 'not readable'],
            ['Issuer of the token', claim('iss') || 'not readable'],
            ['Roles or scopes', claim('roles') || claim('scp') || 'none'],
        ],
    });
}
function wordsFor(url, { status, headers }, token, claim) {
    const { 'www-authenticate': challenge = '', location, 'retry-after': retryAfter } = headers;
    if (status === 401)
        return { anchor: 'api-unauthorized', ...unauthorized(challenge, claim) };
    if (status === 403) {
        const held = claim('roles') || claim('scp') || 'no role or scope';
        return {
            anchor: 'api-forbidden',
            what: `The API knows the app and does not permit the call; the token holds ${held}.`,
            fix: `Grant the app the role that ${new URL(url).pathname} needs ('API permissions'), have an administrator consent, and run again.`,
        };
    }
    if (status === 429) {
        const wait = /^\d+$/.test(retryAfter ?? '') ? `after ${(0,count_of/* countOf */.p)(Number(retryAfter), 'second')}` : 'later';
        return {
            anchor: 'api-throttled',
            what: 'The API limits how often it may be called; it says nothing against the token.',
            fix: `Run again ${wait}, or verify at an address without such a limit.`,
        };
    }
    if (status >= 300 && status < 400) {
        return {
            anchor: 'api-redirects',
            what: `The API redirects to ${location || 'another address'}; the token was not sent there.`,
        };
    }
    return {
        anchor: 'api-other-answer',
        what: `The API answered ${status}, which says nothing against the token for '${(0,scope_request/* scopeKey */.O)(token.scope)}'.`,
    };
}
/** https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
function unauthorized(challenge, claim) {
    const text = challenge.toLowerCase();
    if (!text.includes('error=')) {
        return {
            what: 'The API saw no token it could read.',
            fix: 'Check that this address takes Bearer tokens, and that nothing in between drops the Authorization header.',
        };
    }
    if (text.includes('invalid_request')) {
        return {
            what: 'The API found the Authorization header malformed.',
            fix: 'Check that this address takes Bearer tokens of Entra.',
        };
    }
    if (text.includes('audience')) {
        return {
            what: `The API expects another audience than ${claim('aud') || 'that of this token'}.`,
            fix: 'Ask for a scope of this API, or let the API accept this audience (in a v2.0 token its client id; in a v1.0 token it can be its App ID URI).',
        };
    }
    if (text.includes('issuer') || text.includes('tenant')) {
        return {
            what: `The API does not accept tokens of ${claim('iss') || 'this tenant'}.`,
            fix: 'Get the token from the tenant that the API accepts, or let the API accept this one.',
        };
    }
    return { what: 'The API found the token invalid.' };
}

// EXTERNAL MODULE: ./packages/core/build/token/presented-assertion.js
var presented_assertion = __webpack_require__(7588);
;// CONCATENATED MODULE: ./packages/core/build/diagnosis/clock-evidence.js

/** Less than this may be the network, and Entra lets it pass. */
const noticeableSeconds = 120;
/**
 * What the clocks say about an assertion that Entra found outside its validity, as sentences.
 * @param now the time of this machine, right after Entra's answer.
 */
function clockEvidence({ timestamp }, assertion, now) {
    const entra = new Date(timestamp ?? Number.NaN);
    if (Number.isNaN(entra.getTime()))
        return [];
    const sentences = [];
    const behind = secondsBetween(now, entra);
    if (Math.abs(behind) >= noticeableSeconds) {
        const direction = behind > 0 ? 'behind' : 'ahead of';
        sentences.push(`The clock of this machine is ${minutes(behind)} ${direction} Entra's: ${clock(now)} here, ${clock(entra)} there.`);
    }
    const age = assertion?.expiresOn ? secondsBetween(assertion.expiresOn, entra) : 0;
    if (assertion?.expiresOn && age >= 0) {
        sentences.push(`The presented assertion had expired at ${clock(assertion.expiresOn)}, ${minutes(age)} before.`);
    }
    return sentences;
}
function secondsBetween(from, to) {
    return (to.getTime() - from.getTime()) / 1000;
}
function minutes(seconds) {
    return (0,count_of/* countOf */.p)(Math.round(Math.abs(seconds) / 60), 'minute');
}
function clock(time) {
    return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

// EXTERNAL MODULE: ./packages/core/build/authority/clouds.js
var clouds = __webpack_require__(325);
;// CONCATENATED MODULE: ./packages/core/build/diagnosis/federation/federated-credential.js

/** The Azure CLI reads the credential from a file: https://learn.microsoft.com/cli/azure/ad/app/federated-credential */
const file = 'credential.json';
/** Writes the federated credential that Entra would find for an assertion. */
function federatedCredential({ issuer, subject, audience }, { clientId, authority }) {
    const registered = audience === clouds/* tokenExchangeId */.IS ? clouds/* clouds */.Pk[authority.cloud].federationAudience : audience;
    const credential = { name: nameOf(subject), issuer, subject, audiences: [registered] };
    return {
        json: inPlainSight(JSON.stringify(credential, undefined, 2)),
        file,
        command: `az ad app federated-credential create --id ${clientId} --parameters ${file}`,
    };
}
/** The same JSON without what a log could not show as it is: anything but ASCII, and what could be read as a command. */
function inPlainSight(json) {
    return json
        .replace(/[^\n\x20-\x7e]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replace(/:(?=:)/g, '\\u003a')
        .replace(/#(?=#)/g, '\\u0023');
}
/**
 * 3 to 120 letters, digits, dashes and underscores, the first a letter or digit:
 * https://learn.microsoft.com/graph/api/resources/federatedidentitycredential
 */
function nameOf(subject) {
    const name = subject
        .replace(/^repo:/, '')
        .replace(/[^A-Za-z0-9]+/g, '-')
        .replace(/^-+/, '')
        .slice(0, 120)
        .replace(/-+$/, '');
    return name.length < 3 ? `pipeline-${name}`.replace(/-$/, '') : name;
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/federation/github-subject.js
/** The forms GitHub gives a subject by itself: https://docs.github.com/actions/reference/security/oidc#example-subject-claims */
const usualSubject = /^repo:[^:]+:(environment:[^:]+|pull_request|ref:refs\/[^:]+)$/;
/** Owner and repository with their ids: https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects */
const immutableSubject = /^repo:([^@/:]+)@\d+\/([^@:]+)@\d+(?=:|$)/;
/** Whether an assertion is one of GitHub's for a job, on whatever server. */
function isOfGitHub({ claim }) {
    return claim('job_workflow_ref') !== '' && claim('repository') !== '';
}
/** What about GitHub's subject is easily overlooked when a federated credential is written for it, as sentences. */
function githubSubjectOddities(assertion) {
    return [...contextOddities(assertion), ...ownerOddities(assertion)];
}
/** What the job runs for: https://docs.github.com/actions/reference/security/oidc#filtering-for-a-specific-environment */
function contextOddities({ subject, claim }) {
    if (!usualSubject.test(subject))
        return customisedOddities(subject);
    const environment = claim('environment');
    const sentences = [];
    if (subject.includes(':environment:')) {
        sentences.push(`The job names the environment '${environment}' (\`environment: ${environment}\`), so its subject ends with that and not with a branch.`);
    }
    else if (subject.endsWith(':pull_request')) {
        sentences.push('The run is of a pull request, and the subject of those names no branch.');
    }
    else if (subject.includes(':ref:refs/tags/')) {
        sentences.push(`The run is of the tag '${claim('ref').replace('refs/tags/', '')}', and not of a branch.`);
    }
    if (subject.includes('%3A'))
        sentences.push('A colon within a name is written %3A in the subject.');
    return sentences;
}
/** https://docs.github.com/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository */
function customisedOddities(subject) {
    const names = subject.includes('job_workflow_ref:') ? ', and it names the workflow that the job is defined in' : '';
    return [
        `The organisation or the repository has a template of its own for subjects (include_claim_keys), so this one has not the usual form${names}.`,
    ];
}
function ownerOddities({ subject, claim }) {
    const sentences = [];
    const [written, owner, repository] = immutableSubject.exec(subject) ?? [];
    if (written !== undefined) {
        sentences.push(`The subject holds the ids of owner and repository, as it does where the repository was made, renamed or transferred after 2026-07-15 or has chosen so: one for 'repo:${owner}/${repository}' does not match.`);
    }
    if (/[A-Z]/.test(claim('repository'))) {
        sentences.push(`'${claim('repository')}' has capital letters, and Entra takes small and capital letters for different.`);
    }
    const workflow = claim('workflow_ref');
    if (workflow !== '' && claim('job_workflow_ref') !== workflow) {
        sentences.push(`The job is defined in the reusable workflow ${claim('job_workflow_ref')}; the subject speaks of the repository that calls it.`);
    }
    return sentences;
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/federation/azure-devops-subject.js
/**
 * Whether an assertion is one of Azure DevOps: of a pipeline, or of a service connection in the old or the new form. They
 * have one audience, and nobody can ask for another.
 * https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity
 */
function isOfAzureDevOps({ subject }) {
    return /^((p|sc):\/|\/.+\/sc)\//.test(subject);
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/federation/issuer-oddities.js
/** What about an issuer is easily overlooked when a federated credential is written for it, as sentences. */
function issuerOddities({ issuer, subject }) {
    if (subject.startsWith('sc://'))
        return [retiringIssuer];
    return URL.canParse(issuer) ? githubIssuerOddities(new URL(issuer)) : [];
}
/** https://learn.microsoft.com/azure/devops/pipelines/release/convert-service-connections */
const retiringIssuer = "The service connection still uses the issuer that Azure DevOps retires on 2027-07-01 (for apps of a single tenant in the public cloud). Once it is converted ('Update' on its page), issuer and subject are others.";
/** https://docs.github.com/actions/reference/security/oidc#customizing-the-issuer-value-for-an-enterprise */
function githubIssuerOddities({ hostname, pathname }) {
    const enterprise = pathname.replace(/^\/|\/$/g, '');
    if (pathname.endsWith('/_services/token')) {
        return [
            `The issuer is the GitHub Enterprise Server ${hostname}: Entra has to reach it over the internet to read its keys.`,
        ];
    }
    if (hostname.endsWith('.ghe.com')) {
        return [`The issuer is that of a GitHub with data residency (${hostname}), and not that of github.com.`];
    }
    if (hostname === 'token.actions.githubusercontent.com' && enterprise !== '') {
        return [`The issuer ends with the name of the enterprise, '${enterprise}': one without it does not match.`];
    }
    return [];
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/federation/subject-oddities.js

/** What about a subject is easily overlooked when a federated credential is written for it, as sentences. */
function subjectOddities(assertion) {
    if (isOfGitHub(assertion))
        return githubSubjectOddities(assertion);
    if (assertion.subject.startsWith('p://')) {
        return ['No service connection is named, so the subject is that of the pipeline itself.'];
    }
    if (assertion.subject.startsWith('sc://')) {
        return [
            'The subject holds the names of organisation, project and service connection; each is compared to the letter.',
        ];
    }
    return [];
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/federation/oddities.js




/**
 * What about an assertion may keep a federated credential from matching it, as sentences.
 * @param values that Entra did not find as registered.
 * @param cloud that was asked for the token.
 */
function oddities(assertion, values, cloud) {
    const sentences = {
        audience: () => audienceOddities(assertion, cloud),
        subject: () => subjectOddities(assertion),
        issuer: () => issuerOddities(assertion),
    };
    return values.flatMap(value => sentences[value]());
}
/** The audience to ask for, where that of another cloud was presented and could have been chosen. */
function meantAudience(assertion, cloud) {
    if (isOfAzureDevOps(assertion))
        return undefined;
    const expected = clouds/* clouds */.Pk[cloud].federationAudience;
    return cloudOf(assertion) === undefined || assertion.audience === expected ? undefined : expected;
}
/** The cloud whose audience an assertion has. */
function cloudOf({ audience }) {
    return Object.keys(clouds/* clouds */.Pk)
        .filter(clouds/* isCloud */.m1)
        .find(each => clouds/* clouds */.Pk[each].federationAudience === audience);
}
function audienceOddities(assertion, cloud) {
    const { audience } = assertion;
    const expected = clouds/* clouds */.Pk[cloud].federationAudience;
    if ([expected, clouds/* tokenExchangeId */.IS].includes(audience) || isOfAzureDevOps(assertion))
        return [];
    const other = cloudOf(assertion);
    const whose = other === undefined ? 'not the usual one' : `that of the cloud '${other}'`;
    return [`The audience ${audience} is ${whose}; the cloud '${cloud}' has ${expected}.`];
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/federation/mismatch.js



/** Reads the assertion that did not match: what is odd about it, and the federated credential that would match. */
function adviseOnMismatch(known, request) {
    const { assertion, application } = request;
    // The app's own certificate makes assertions too, and no federated credential has to match those.
    if (!assertion || !known?.presented || assertion.issuer === application.clientId)
        return {};
    const { cloud } = application.authority;
    const [likely, ...remarks] = oddities(assertion, known.presented.shows, cloud);
    const audience = known.presented.shows.includes('audience') ? meantAudience(assertion, cloud) : undefined;
    if (audience !== undefined) {
        return {
            likely,
            remarks,
            fix: `Ask for the identity with the audience ${audience}.`,
            mended: isOfGitHub(assertion) ? `audience: ${audience}` : undefined,
            known: { ...known, who: 'you', waiting: 'no' },
        };
    }
    if (!known.presented.register)
        return { likely, remarks };
    return { likely, remarks, credential: federatedCredential(assertion, application) };
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/refusal.js




/**
 * Says what a refusal of Entra means.
 * @param now the time of this machine.
 */
function diagnoseRefusal({ details, request }, now) {
    const { status, error, codes, text, correlationId, traceId, timestamp } = details;
    const { assertion, application } = request;
    const [code] = codes;
    const name = code === undefined ? error : `AADSTS${code}`;
    const known = (0,catalogue/* knownRefusal */.cH)(codes, error);
    const [likely, ...remarks] = known?.anchor === 'assertion-expired' ? clockEvidence(details, assertion, now) : [];
    return {
        title: `Entra refused: ${name}`,
        what: known?.meaning ?? `Entra refused with ${name}: ${text}`,
        fix: known?.fix ?? searchAdvice(code),
        likely,
        remarks,
        facts: [
            ["Entra's words", text || 'none'],
            ['Error', `${error} (HTTP ${status})`],
            ['Tenant', application.authority.url],
            ['Client id', application.clientId],
            ['Scope', request.scope],
            ...presented(assertion, application.clientId),
            ['Correlation id', correlationId],
            ...fact('Trace id', traceId),
            ...fact('Time', timestamp),
        ],
        ...(known ? { known } : {}),
        ...adviseOnMismatch(known, request),
    };
}
function searchAdvice(code) {
    if (code === undefined)
        return 'Ask the tenant administrator to look the correlation id up in the sign-in logs.';
    return `Look it up: https://login.microsoftonline.com/error?code=${code}`;
}
/** The app's own certificate makes assertions too, and no federated credential has to repeat those. */
function presented(assertion, clientId) {
    return assertion && assertion.issuer !== clientId ? (0,presented_assertion/* presentedFacts */.G_)(assertion) : [];
}
function fact(label, value) {
    return value === undefined ? [] : [[label, value]];
}

// EXTERNAL MODULE: ./packages/core/build/diagnosis/step-failure.js
var step_failure = __webpack_require__(5098);
;// CONCATENATED MODULE: ./packages/core/build/diagnosis/transport.js

/** Says why there was no answer, and keeps it apart from a refusal. */
function diagnoseTransport({ reason, host, detail }) {
    return explain(reason, { title: 'No answer', host, facts: [['Reported as', detail]] });
}
/** Says what came in place of an answer. The status tells trouble of the service apart from something in between. */
function diagnoseUnexpectedAnswer({ from, expected, status, contentType }) {
    const what = `${from} answered without ${expected} (HTTP ${status}, ${contentType}).`;
    if (status === 429)
        return explain('throttled', { title: 'Too many requests', what });
    if (status >= 500)
        return explain('service-trouble', { title: 'The service has trouble', what });
    return explain('unexpected-answer', { title: 'An answer makes no sense', what });
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/unknown.js
/** A failure that nobody foresaw is ours, and says so. */
function diagnoseUnknown(failure) {
    const error = failure instanceof Error ? failure : new Error(String(failure));
    return {
        title: 'Entra Token failed',
        what: `This is a mistake in Entra Token itself, not in your pipeline: ${error.name}: ${error.message}`,
        fix: 'Please report it, with this log run again with debug logging on: https://github.com/org/entra-token/issues',
        facts: [],
        // The first lines of a stack repeat the message.
        trace: (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at ')),
    };
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/diagnose.js













/** Says what a failure was and what to do about it. */
function diagnose(failure, circumstances) {
    const diagnosis = diagnoseFailure(failure, circumstances);
    const anchor = diagnosis.known?.anchor;
    const suspicions = circumstances.suspicions.filter(({ explains }) => explains.some(each => each === anchor));
    const sentences = (isLikely) => suspicions.flatMap(suspicion => (suspicion.isLikely === isLikely ? suspicion.sentence : []));
    const [likely, ...remarks] = [...sentences(true), ...(diagnosis.likely ? [diagnosis.likely] : [])];
    const mended = diagnosis.mended ?? suspicions.find(suspicion => suspicion.mended !== undefined)?.mended;
    return { ...diagnosis, likely, mended, remarks: [...remarks, ...(diagnosis.remarks ?? []), ...sentences(false)] };
}
function diagnoseFailure(failure, circumstances) {
    if (failure instanceof gave_up/* GaveUp */.T)
        return diagnoseGivenUp(failure, circumstances);
    if (failure instanceof step_failure/* StepFailure */.p)
        return explain(failure.anchor, failure.special);
    if (failure instanceof api_refusal/* ApiRefusal */.n)
        return diagnoseApiRefusal(failure);
    if (failure instanceof input_problems/* InputProblems */.N)
        return diagnoseInputs(failure);
    if (failure instanceof entra_refusal/* EntraRefusal */.Z)
        return diagnoseRefusal(failure, circumstances.now);
    if (failure instanceof transport_failure/* TransportFailure */.A)
        return diagnoseTransport(failure);
    if (failure instanceof unexpected_answer/* UnexpectedAnswer */.M)
        return diagnoseUnexpectedAnswer(failure);
    return diagnoseUnknown(failure);
}
function diagnoseGivenUp({ failure, attempts, seconds, why }, circumstances) {
    const diagnosis = diagnoseFailure(failure, circumstances);
    const tries = `${attempts} in ${(0,count_of/* countOf */.p)(seconds, 'second')}`;
    return { ...diagnosis, what: `${diagnosis.what} ${why}`.trim(), facts: [...diagnosis.facts, ['Attempts', tries]] };
}
function diagnoseInputs({ problems }) {
    const sentences = problems.map(({ input, problem }) => `${input}: ${problem}`);
    return explain('inputs-wrong', {
        title: problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`,
        what: sentences.join(' '),
        fix: '',
        // One is told whole by the annotation.
        facts: problems.length === 1 ? [] : problems.map(({ input, problem }) => [input, problem]),
        mended: problems.flatMap(({ mended }) => mended ?? []).join('\n') || undefined,
    });
}

;// CONCATENATED MODULE: ./packages/core/build/diagnosis/catalogue/words.js
/** Who can do what a fix says, in words that follow "Who can mend it:". */
const menderWords = {
    you: 'you, in the workflow or pipeline',
    'app-owner': 'the owner of the app registration',
    administrator: 'a tenant administrator',
    user: 'the user who signs in',
    'api-owner': 'the owner of the API',
    network: 'whoever runs the machine or its network',
    nobody: 'nobody but who runs the service',
};
/** Whether waiting helps, in words that follow "Does waiting help:". */
const waitingWords = {
    no: 'no',
    'after-a-change': 'a few minutes, if this was set up or changed just now; else no',
    later: 'it may, after some time',
    passes: 'often: it can pass by itself',
};

// EXTERNAL MODULE: ./packages/core/build/report/safe-text.js
var safe_text = __webpack_require__(4431);
// EXTERNAL MODULE: ./packages/core/build/report/wrap.js
var wrap = __webpack_require__(2814);
;// CONCATENATED MODULE: ./packages/core/build/report/failure-details.js



/** Where the entries of the catalogue are explained; the tag moves with the version of the step. */
const explanations = 'https://github.com/org/entra-token/blob/v1/docs/errors.md';
/** Where an entry is explained. */
function explanationOf({ anchor }) {
    return `${explanations}#${anchor}`;
}
/** Who can mend a known failure, and whether time can, with their labels. */
function adviceFacts({ who, waiting }) {
    return [
        ['Who can mend it', menderWords[who]],
        ['Does waiting help', waitingWords[waiting]],
    ];
}
/** What the log says of a failure below its annotation, as lines that are safe to print. */
function failureDetails(diagnosis) {
    const { title, facts, known, credential, mended } = diagnosis;
    return [
        (0,safe_text/* safeText */.H)(title),
        ...causes(diagnosis),
        ...(mended ? ['  As it would be right:', ...indented(mended)] : []),
        ...[...(known ? adviceFacts(known) : []), ...facts].flatMap(([label, value]) => (0,wrap/* wrap */.L)((0,safe_text/* safeText */.H)(`${label}: ${value}`), '  ')),
        ...(credential
            ? [
                `  A federated credential that fits this run (${credential.file}):`,
                ...indented(credential.json),
                '  The command that makes it:',
                ...indented(credential.command),
            ]
            : []),
        ...(known ? (0,wrap/* wrap */.L)(`More: ${explanationOf(known)}`, '  ') : []),
    ];
}
/** What was seen in this run, and where that says little, what it usually is. */
function causes({ likely, remarks = [], known }) {
    const seen = [...(likely ? [likely] : []), ...remarks];
    const usual = likely ? [] : (known?.causes ?? []);
    return [...list('Seen in this run', seen), ...list('Usual causes', usual)];
}
function list(label, sentences) {
    if (sentences.length === 0)
        return [];
    return [`  ${label}:`, ...sentences.flatMap(sentence => (0,wrap/* wrap */.L)(`- ${(0,safe_text/* safeText */.H)(sentence)}`, '    '))];
}
function indented(text) {
    return text.split('\n').map(line => `    ${/^ */.exec(line)?.[0] ?? ''}${(0,safe_text/* safeText */.H)(line)}`);
}

// EXTERNAL MODULE: ./packages/core/build/report/markdown.js
var markdown = __webpack_require__(2923);
;// CONCATENATED MODULE: ./packages/core/build/report/failure-summary.js



/**
 * What the job's summary says of a failure, in markdown. It holds no secret.
 * @param job what the platform says of the job.
 */
function failureSummary(diagnosis, job) {
    const { title, what, likely, remarks = [], fix, facts, known, credential, mended } = diagnosis;
    const seen = [...(likely ? [likely] : []), ...remarks];
    return [
        `### No Entra access token: ${(0,markdown/* markdownText */.p7)(title)}`,
        '',
        (0,markdown/* markdownProse */.h$)(what),
        '',
        ...seen.map(sentence => `- ${(0,markdown/* markdownProse */.h$)(sentence)}`),
        ...(seen.length > 0 ? [''] : []),
        ...(mended ? ['As it would be right:', '', ...fenced('yaml', mended)] : []),
        ...(fix ? [`**${(0,markdown/* markdownProse */.h$)(fix)}**`, ''] : []),
        (0,markdown/* markdownTable */.Qj)([...(known ? adviceFacts(known) : []), ...facts, ...job]),
        '',
        ...(credential
            ? [
                `A federated credential that fits this run (\`${credential.file}\`), and the command that makes it:`,
                '',
                ...fenced('json', credential.json),
                ...fenced('bash', credential.command),
            ]
            : []),
        ...(known ? [`[What this means](${explanationOf(known)})`, ''] : []),
    ].join('\n');
}
function fenced(language, text) {
    const lines = text.split('\n').map(line => `${/^ */.exec(line)?.[0] ?? ''}${(0,safe_text/* safeText */.H)(line)}`);
    // Longer than any within, which would end it: https://spec.commonmark.org/0.31.2/#fenced-code-blocks
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence, ''];
}

;// CONCATENATED MODULE: ./packages/core/build/report/report-failure.js




/**
 * Tells a failure: first the one annotation, which holds what happened and the fix, for whoever reads nothing else; then
 * the details in the log; then the job's summary.
 */
async function reportFailure(platform, diagnosis, { presented, summary }) {
    const { title, what, likely = '', fix, trace = [] } = diagnosis;
    const message = [what, likely, fix].map(safe_text/* safeText */.H).filter(Boolean).join(' ');
    platform.fail((0,safe_text/* safeText */.H)(title), message);
    for (const line of failureDetails(diagnosis))
        platform.info(line);
    for (const line of trace)
        platform.debug((0,safe_text/* safeText */.H)(line));
    if (!summary)
        return;
    const markdown = failureSummary(withPresented(diagnosis, presented), platform.job);
    // A summary that cannot be written must not hide what failed.
    await platform.writeSummary(markdown).catch((error) => platform.debug((0,safe_text/* safeText */.H)(String(error))));
}
/** Whatever failed, the values to set the trust up with are in the summary once they are known. */
function withPresented(diagnosis, presented) {
    const missing = presented
        ? (0,presented_assertion/* presentedFacts */.G_)(presented).filter(([label]) => !diagnosis.facts.some(([each]) => each === label))
        : [];
    return { ...diagnosis, facts: [...diagnosis.facts, ...missing] };
}

;// CONCATENATED MODULE: ./packages/core/build/fail.js




/** Fails the step: finds out what a failure was, and tells it. */
async function fail(platform, failure, { given, presented, now }) {
    const diagnosis = diagnose(failure, { suspicions: given ? findSuspicions(given) : [], now });
    await reportFailure(platform, diagnosis, { presented, summary: !given || wantsSummary(given) });
}


/***/ })

};
