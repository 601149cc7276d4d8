import { type Platform, type PlatformName, type Restriction, type ServiceConnection, spell } from '@entra-token/core';

/** A platform that keeps what it is told, for tests of core without a process. */
export interface RecordingPlatform extends Platform {
  readonly masked: string[];
  readonly published: Map<string, { value: string; secret: boolean }>;
  readonly log: string[];
  readonly failures: { title: string; message: string }[];
}

/** Inputs are given by their names in the contract. */
export function recordingPlatform(
  given: Readonly<Record<string, string>>,
  options: {
    name?: PlatformName;
    environment?: Record<string, string>;
    restriction?: Restriction;
    variableNames?: readonly string[];
    connections?: Readonly<Record<string, ServiceConnection>>;
  } = {},
): RecordingPlatform {
  const name = options.name ?? 'github-actions';
  const values = new Map(Object.entries(given).map(([input, value]) => [spell(input, name), value]));
  const masked: string[] = [];
  const published = new Map<string, { value: string; secret: boolean }>();
  const log: string[] = [];
  const failures: { title: string; message: string }[] = [];
  return {
    name,
    environment: options.environment ?? {},
    job: [],
    restriction: options.restriction,
    jobTimeoutMinutes: undefined,
    variableNames: options.variableNames ?? [],
    masked,
    published,
    log,
    failures,
    input: input => values.get(input) ?? '',
    serviceConnection(id) {
      const connection = options.connections?.[id];
      if (!connection) throw new Error(`The test gives no connection ${id}`);
      return connection;
    },
    identityTokenRequest: audience => ({
      method: 'GET',
      url: `https://issuer.invalid/token?audience=${encodeURIComponent(audience)}`,
      headers: {},
      tokenProperty: 'value',
    }),
    network: () => ({ proxy: undefined, extraAuthorities: undefined }),
    secureFileRequest: id => ({ method: 'GET', url: `https://files.invalid/${id}`, headers: {} }),
    exportVariable: (variable, value) => published.set(`env ${variable}`, { value, secret: false }),
    warning: message => log.push(`warning: ${message}`),
    mask: value => masked.push(value),
    setOutput: (output, value, secret) => published.set(output, { value, secret }),
    info: line => log.push(line),
    debug: line => log.push(line),
    fail: (title, message) => failures.push({ title, message }),
    writeSummary: async markdown => {
      log.push(markdown);
    },
  };
}
