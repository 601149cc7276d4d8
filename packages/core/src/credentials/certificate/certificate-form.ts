import { type PemBlock, pemBlocks, showsPem } from './pem-blocks.js';

/** A PEM in its blocks (undefined when one is cut off), or a PFX in DER. */
export type CertificateForm =
  | { readonly form: 'pem'; readonly blocks: readonly PemBlock[] | undefined }
  | { readonly form: 'pfx'; readonly der: Buffer };

/**
 * Finds the PEM or PFX in an input's text or a file's bytes: under a byte-order mark, base64, literal `\n`, text around
 * it.
 * @returns undefined when there is none.
 */
export function certificateForm(content: string | Buffer): CertificateForm | undefined {
  if (typeof content === 'string') return inText(content);
  return startsAsPfx(content) ? { form: 'pfx', der: content } : inText(decode(content));
}

function inText(content: string): CertificateForm | undefined {
  const text = content.replaceAll('\\r', '').replaceAll('\\n', '\n');
  if (showsPem(text)) {
    const blocks = pemBlocks(text);
    // `certutil -encode` calls whatever it encodes a certificate.
    const der = blocks?.map(({ body }) => Buffer.from(body, 'base64')).find(startsAsPfx);
    return der ? { form: 'pfx', der } : { form: 'pem', blocks };
  }
  const base64 = text.replace(/\s/g, '');
  return /^[\w+/-]+=*$/.test(base64) ? certificateForm(Buffer.from(base64, 'base64')) : undefined;
}

/** A SEQUENCE that starts with version 3 and another SEQUENCE: https://www.rfc-editor.org/rfc/rfc7292#section-4 */
function startsAsPfx(bytes: Buffer): boolean {
  return bytes[0] === 0x30 && bytes.subarray(2, 10).includes(Buffer.from([0x02, 0x01, 0x03, 0x30]));
}

/** UTF-8, or UTF-16 when a byte-order mark says so, as Windows PowerShell writes its files. */
function decode(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2);
  const encoding = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
