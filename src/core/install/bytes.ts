// Files are handled as bytes in a string, a character for each; text of ours and for people has to be put in
// and taken out.

export const toBytes = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');

/** Bytes that are no UTF-8 become U+FFFD; a BOM stays. */
export const fromBytes = (bytes: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)),
  );
