/** A federated credential as the directory of the emulator keeps it. */
export interface LoggedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: string[];
}

/** Takes the federated credential out of a log or a summary that shows one, as its reader would. */
export function credentialIn(text: string): LoggedCredential {
  const [json] = /^( *)\{$[\s\S]*?^\1\}$/m.exec(text) ?? [];
  if (json === undefined) throw new Error(`There is no JSON in:\n${text}`);
  return JSON.parse(json);
}
