/** One block of a PEM: https://www.rfc-editor.org/rfc/rfc7468 */
export interface PemBlock {
  readonly label: string;
  /** The base64, without white space. */
  readonly body: string;
  /** The block as OpenSSL wants it: its headers if it has any, and lines of 64 characters. */
  readonly pem: string;
}

const block = /-----BEGIN ([A-Z0-9 ]+)-----((?:(?!-----)[\s\S])*)-----END \1-----/g;
const header = /[\w-]+: \S+/g;

/** Whether a text looks as if it held PEM blocks, whole ones or not. */
export function showsPem(text: string): boolean {
  return /-----(BEGIN|END) /.test(text);
}

/**
 * Takes a text apart into its PEM blocks, whatever stands between them, and whatever became of their line ends.
 * @returns undefined when a block has lost its beginning or its end.
 */
export function pemBlocks(text: string): PemBlock[] | undefined {
  const blocks = [...text.matchAll(block)].map(([, label = '', content = '']) => {
    const headers = content.match(header);
    const body = content.replace(header, '').replace(/\s/g, '');
    const lines = [...(headers ? [...headers, ''] : []), ...(body.match(/.{1,64}/g) ?? [])];
    return { label, body, pem: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n') };
  });
  const edges = text.match(/-----(BEGIN|END)/g) ?? [];
  return edges.length === 2 * blocks.length ? blocks : undefined;
}
