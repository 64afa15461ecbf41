// Secrets that slipped into a message or a document: found by the shapes that their issuers give them.

import type { Message } from './types.ts';

/** What stands in place of a secret. */
export const MASK = '[secret removed]';

// Shapes as the issuers document them, and as scanners such as gitleaks know them. Every repetition is of one
// class.
const SHAPES: readonly string[] = [
  '\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b', // AWS access key id
  '\\bgh[pousr]_[A-Za-z0-9]{36,255}', // GitHub
  '\\bgithub_pat_[A-Za-z0-9_]{22,255}',
  '\\bgl(?:pat|ptt|dt|rt|soat|ft|agent)-[A-Za-z0-9_-]{20,255}', // GitLab
  '\\bsk-[A-Za-z0-9_-]{20,255}', // OpenAI, Anthropic
  '\\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}', // Stripe
  '\\bwhsec_[A-Za-z0-9]{24,255}',
  '\\bxox[abeoprs]-[A-Za-z0-9-]{10,255}', // Slack
  '\\bhttps://hooks\\.slack\\.com/(?:services|workflows)/[A-Za-z0-9/]{20,255}',
  '\\bAIza[A-Za-z0-9_-]{35}', // Google
  '\\bya29\\.[A-Za-z0-9_-]{20,1000}',
  '\\bnpm_[A-Za-z0-9]{36}\\b',
  '\\bpypi-[A-Za-z0-9_-]{50,500}',
  '\\bhf_[A-Za-z0-9]{30,100}', // Hugging Face
  '\\bSG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,128}', // SendGrid
  '\\bdop_v1_[a-f0-9]{64}', // DigitalOcean
  '\\b(?:AC|SK)[a-f0-9]{32}\\b', // Twilio
  '\\bkey-[a-f0-9]{32}\\b', // Mailgun
  '\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}', // Shopify
  '\\bsq0(?:atp|csp)-[A-Za-z0-9_-]{22,64}', // Square
  '\\bdapi[a-f0-9]{32}', // Databricks
  '\\blin_api_[A-Za-z0-9]{40}', // Linear
  '\\bsntrys_[A-Za-z0-9+/=_-]{40,400}', // Sentry
  '\\bAGE-SECRET-KEY-1[A-Z0-9]{58}',
  '\\beyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,1000}', // JSON web token
  '-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?',
];

// `DB_PASSWORD=…`, `api_key: "…"`, `https://user:…@host`: the value alone is the secret.
const NAMED =
  /((?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret|auth[_-]?key)["'\x60]?\s{0,3}[=:]\s{0,3}["'\x60]?)([A-Za-z0-9+/_.~-]{16,200})/gi;
const IN_URL = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:)([^\s/@]{3,200})(?=@)/gi;

const SHAPED = new RegExp(SHAPES.join('|'), 'g');

// A name in code (`token: readTokenFromKeychain`) is no secret: a value mixes digits into its letters.
const isRandom = (value: string): boolean =>
  /\d/.test(value) && /[a-z]/i.test(value) && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);

const ANY = /[A-Za-z0-9_/+=-]{16}|:\/\/|PRIVATE KEY/;

/** The message with its secrets masked; the same message where it has none. */
export function maskMessage(message: Message): Message {
  const { subject, body, description, trailers } = message;
  if ([subject, body, ...trailers.map(({ value }) => value)].every((text) => maskSecrets(text) === text))
    return message;
  return {
    ...message,
    subject: maskSecrets(subject),
    body: maskSecrets(body),
    description: maskSecrets(description),
    trailers: trailers.map(({ key, value }) => ({ key, value: maskSecrets(value) })),
  };
}

/** The text with `MASK` in place of each secret; the same text where there is none. */
export function maskSecrets(text: string): string {
  if (!ANY.test(text)) return text;
  return text
    .replace(SHAPED, MASK)
    .replace(NAMED, (whole, name: string, value: string) => (isRandom(value) ? name + MASK : whole))
    .replace(IN_URL, `$1${MASK}`);
}
