/** A federated credential as a log shows it, with the command that creates it. */
export interface PrintedCredential {
  readonly json: string;
  /** The name of the file that the command reads the JSON from. */
  readonly file: string;
  readonly command: string;
}

/** Takes the credential from a log, as a person copies it. Throws Error if the log shows none. */
export function printedCredential(log: string): PrintedCredential {
  const [, rest = ''] = log.split('A federated credential that fits this run ');
  const { file, json, command } =
    /^\((?<file>[^)]+)\):\n(?<json>.+?)\n *The command that makes it:\n *(?<command>[^\n]+)/s.exec(rest)?.groups ?? {};
  if (!(file && json && command)) throw new Error(`The log shows no federated credential:\n${log}`);
  return { file, json, command };
}
