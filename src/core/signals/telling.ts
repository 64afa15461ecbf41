// What the sentences of a message tell of causes, failures and how things behave: words of several kinds in
// one sentence explain something; spread over a message they say little.
import { memoize } from '../memo.ts';
import type { Facts } from './facts.ts';
import { sentencesIn } from './prose.ts';
import { anyOf, anywhere, either, L } from './words.ts';

// Words of somebody who learnt something.
const TRAP_WORDS = anyOf(
  `root[- ]causes?|gotchas?|pitfalls?|caveats?|turn(?:s|ed) out|work-?arounds?|work around|race conditions?
  |eventual(?:ly)? consisten(?:t|cy)|deadlocks?|toctou|non-obvious|undocumented|masked by|shadow(?:s|ed|ing)|never ran
  |lessons?|rationale|critical (?:finding|bug)|downgrad(?:e[sd]?|ing)|hold(?:s|ing)? back
  |until (?:[^\\s]{1,20} ){1,6}(?:catch(?:es)? up|fixe[sd]|is fixed|released|resolved|closed|merged)
  |(?:exposed|leaked) (?:[^\\s]{1,20} )?(?:credentials?|secrets?|tokens?|passwords?|keys?)
  |cause racine|contournement|causa ra[ií]z|ursache|przyczyn${L}|причин${L}`,
);
export const TRAP = either(TRAP_WORDS, anywhere('原因|回避策|落とし穴|踩坑|规避|원인|우회'));
// How something behaves that nobody would guess: `rejects ternary expressions`, `was failing silently`.
export const BEHAVIOUR = anyOf(
  `requires|expects|expected|rejects|conflicts? with|incompatible|cannot|can't|must (?:be|not)
  |(?:do(?:es)?|did|would|is|was|are|were|has|have|can|could)(?:n't| not) (?:allow|support|work|exist|accept|know|match
  |run|handle|expand|have|in|resolve|allowed|available|connected|ship|propagat${L}{1,3})
  |not supported|unsupported|only (?:works?|allows?|accepts?|supports?)
  |(?:is|are|was|were) (?:deprecated|never|always|eventually|not)
  |silently|by default|locally|only in (?:ci|production|release${L}?)
  |stays? in|stuck|forever|indefinitely|hangs?|strips|ignores|drops|dropped|overrid(?:es|den)
  |overwrit(?:es|ten)|under the hood|refuses|forbids|disallows|swallows|discards|truncates|coerces|clobbers
  |caches|throttles|leaks|outlives?|survives?|vanish(?:es|ed)|disappears?|resolves? (?:to|too)|evaluates? to
  |falls? back|defaults? to|returns? (?:null|undefined|nothing|none|non-zero|early|an? empty|the wrong)
  |maps to|points? to|depends on|assumes|treats|counts as|is treated|are treated|replaces the|wipes|resets
  |no longer|not yet|only when|only if|even (?:when|if)|unless|holds? (?:it|the|a) \\S{1,20} (?:weakly|open)
  |exige|requiere|espera|attend|erwartet|verlangt`,
);
// What went wrong, as somebody outside would see it.
export const FAILURE = anyOf(
  String.raw`(?:fail(?:s|ed|ing|ures?)?|crash(?:es|ed)?|hung|time[sd]? out|breaks|broke|broken|throws?
  |blocked|immediately|regress(?:ed|ions?)|deadlocks?|segfaults?|panics?|panicked|flaky|intermittent(?:ly)?|unreachable
  |exhausted|empty|missing|not found|nothing|infinite|lost|invisible|swallowed|wrong${L}{0,2}|invalid
  |(?:not|never) (?:being )?(?:trigger|fir|load|start|show|appear)${L}{0,3}|corrupt${L}{0,4}|false[- ]positive
  |\w{2,30}(?:error|exception)|échou${L}{0,3}|fall(?:a${L}{0,3}|o)|falha${L}{0,3}|err[oó]ne${L}{1,2}|fehl${L}{0,6}
  |błąd|ошибк${L}|помилк${L})(?!-)`,
);
export const CAUSE = anyOf(
  `because|caus${L}{1,4}|due to|this mean[st]|otherwise|although|even though|since|so (?:every|it|that|there|this)
  |instead of|rather than|therefore|hence|thus|meaning|means|leads? to|led to|results? in|resulted in|so that
  |the reason|explains why|which is why|that is why|as a result|which|was added|mismatch|assum${L}{1,3}
  |(?:bug|problem|issue)(?=:)|parce que|porque|weil|ponieważ|потому`,
);
// Something outside the project: a version, a product, an interface of somebody else's.
export const OUTSIDE = either(
  anyOf(
    String.raw`apis?|sdk|runners?|docker|node(?:\.?js)?|python|kafka|github|gitlab|npm|pnpm|bun|browsers?|chrome
    |safari|firefox|android|ios|windows|wsl2?|linux|macos|postgres\w{0,6}|mysql|redis|sqlite|mongo\w{0,2}|firestore
    |firebase|supabase|next\.?js|nextauth|vue|svelte|webpack|vite|turbopack|rollup|volume|ssr|oauth|tls|ssl|cors
    |turbopack|tailwind|eslint|prettier|biome|babel|esbuild|swc|jest|vitest|playwright|puppeteer|cypress|electron|tauri
    |capacitor|expo|metro|gradle|xcode|cocoapods|swiftui|jetpack|compose|kotlin|java|jvm|spring|hibernate|django|flask
    |fastapi|pydantic|sqlalchemy|celery|rails|sidekiq|laravel|php|go|golang|rust|cargo|tokio|godot|unity|unreal|qt|gtk
    |cuda|pytorch|tensorflow|numpy|pandas|openai|anthropic|claude|gemini|ollama|mcp|stripe|twilio|sendgrid|auth0|clerk
    |prisma|drizzle|sequelize|typeorm|graphql|grpc|protobuf|rabbitmq|nats|elasticsearch|clickhouse|duckdb|snowflake
    |bigquery|cloudflare|workers?|wrangler|cdn|fly|railway|render|azure|gcp|gcloud|cloud (?:run|sql|build)|lambda|iam
    |k8s|kubernetes|helm|terraform|ansible|systemd|git|lfs|husky|pre-commit|actions|crawlers?|adsense|proxy|load balancer
    |service workers?|websockets?|indexeddb|localstorage|webkit|webview|cookies?|samesite|csp|jwt|ntp|locale|unicode
    |powershell|zsh|cmd\.exe|homebrew|apt|alpine|musl|glibc|posix|ntfs|apfs|inotify|epipe|enoent|sigterm|sigpipe
    |dns|nginx|curl|cron\w{0,3}|ssh|webhooks?|vercel|netlify|heroku|aws|s3|timezone|encoding|utf-?8|heredoc|bash|typescript|tsc`,
  ),
  /(?<!\w)v?\d{1,3}\.\d{1,3}\.\d{1,3}(?!\w)/,
);

// How somebody reasons, whatever about: a list of what was done has none of these words, a cause with its
// behaviour has several of them in one sentence.
export const NEGATION = either(
  anyOf(
    `not|never|cannot|${L}{2,8}n't|without|nothing|none|neither|nor|no|jamais|sans|pas|nunca|sin|nicht|nie|kein${L}{0,2}
    |ohne|não|sem|non|senza|mai|nie|bez|не|нет|без|никогда|ні|немає`,
  ),
  anywhere('不|没有|沒有|无法|無法|ない|않|없'),
);
export const CONTRAST = either(
  anyOf(
    `but|instead|rather|though|although|however|yet|still|only|even|actually|otherwise|mais|seulement|sino|pero|solo
    |aber|sondern|mas|apenas|ma|però|ale|tylko|но|только|але|лише`,
  ),
  anywhere('但|而是|却|只|しかし|ただし|だけ|하지만|지만'),
);
export const CONDITION = either(
  anyOf(
    `if|when(?:ever)?|while|until|unless|once|before|after|as soon as|si|quand|lorsque|avant|cuando|hasta|wenn|sobald|bevor
    |bis|quando|antes|até|se|prima|jeśli|kiedy|gdy|если|когда|пока|якщо|коли|поки`,
  ),
  anywhere('如果|时|時|之前|之后|直到|とき|たら|まで|때|면 |까지'),
);
export const HAPPENING = either(
  anyOf(
    `was|were|had|did|been|${L}{2,5}(?<=was|were|had|did)n't|became|went|got|came|turned|ended|caused|failed|crashed|hung
    |looked|read|était|avait|fut|era|fue|estaba|había|war|waren|wurde|hatte|foi|estava|tinha|stato|aveva|był${L}{0,2}
    |был${L}{0,1}|стал${L}{0,1}|був|була|було`,
  ),
  anywhere('导致|導致|变成|了，|ていた|された|됐|했다'),
);
export const REASON = either(
  anyOf(
    `because|since|so|thus|hence|therefore|why|reason|causes?|due to|means?|meant|that is|which|whose|where|parce que|car
    |donc|porque|pues|weil|denn|deshalb|pois|perché|quindi|ponieważ|bo|więc|потому|поэтому|который|бо|тому|який`,
  ),
  anywhere('因为|因為|所以|由于|ので|ため|から|때문|그래서'),
);
export const EXTENT = either(
  anyOf(
    `always|every|all|any|each|exactly|entirely|same|itself|own|first|last|forever|wherever|toujours|chaque|tous|siempre
    |cada|todos?|immer|jede${L}{0,1}|alle|sempre|toda|ogni|zawsze|każd${L}{1,3}|всегда|кажд${L}{1,3}|завжди|кожн${L}{1,3}`,
  ),
  anywhere('总是|總是|每|所有|一直|常に|すべて|毎|항상|모든'),
);
const REASONING: readonly RegExp[] = [NEGATION, CONTRAST, CONDITION, HAPPENING, REASON, EXTENT];
/** Kinds of such words that make a sentence one that argues. */
const ARGUED = 3;

/** What the prose of a message tells: how many sentences use words of each kind, and of several. */
export type Telling = {
  readonly words: number;
  readonly sentences: Readonly<Record<string, number>>;
  /** Points of the sentence that explains the most. */
  readonly most: number;
  /** Kinds of reasoning in the sentence that has the most of them. */
  readonly reasoning: number;
  /** Sentences that argue. */
  readonly argued: number;
};

const KINDS: readonly (readonly [name: string, pattern: RegExp, points: number])[] = [
  ['a trap', TRAP, 2],
  ['behaviour', BEHAVIOUR, 1.5],
  ['failure', FAILURE, 1],
  ['a cause', CAUSE, 1],
  ['what is outside', OUTSIDE, 0.75],
];
const COUNTED: readonly (readonly [name: string, of: readonly string[]])[] = [
  ...KINDS.map(([name]) => [name, [name]] as const),
  ['a cause and behaviour', ['a cause', 'behaviour']],
  ['a cause and failure', ['a cause', 'failure']],
  ['behaviour of what is outside', ['what is outside', 'behaviour']],
  ['failure of what is outside', ['what is outside', 'failure']],
];
export const TOLD: readonly string[] = COUNTED.map(([name]) => name);

/** Read once for all who ask of a commit. */
export const tellingOf = memoize(({ subject, body }: Facts): Telling => {
  const sentences = sentencesIn(subject, body);
  const hits = sentences.map((one) => KINDS.filter(([, pattern]) => one.search(pattern) >= 0));
  const told = hits.filter(({ length }) => length > 0).map((kinds) => kinds.map(([name]) => name));
  const count = (names: readonly string[]) =>
    told.filter((one) => names.every((name) => one.includes(name))).length;
  const points = hits.map((kinds) => kinds.reduce((total, [, , worth]) => total + worth, 0));
  const reasoning = sentences.map((one) => REASONING.filter((pattern) => one.search(pattern) >= 0).length);
  return {
    words: sentences.reduce((total, sentence) => total + sentence.split(/\s+/).length, 0),
    // Most messages tell nothing of the kind.
    sentences: told.length === 0 ? {} : Object.fromEntries(COUNTED.map(([name, of]) => [name, count(of)])),
    most: Math.max(0, ...points),
    reasoning: Math.max(0, ...reasoning),
    argued: reasoning.filter((kinds) => kinds >= ARGUED).length,
  };
}, 1);
