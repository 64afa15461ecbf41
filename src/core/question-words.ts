// Words that say nothing about what a question or a task is about.

const split = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(/\s+/));

/** Of any sentence, without accents. They are left out of every text. */
export const EMPTY_WORDS: ReadonlySet<string> = split(
  `a about an and are as at be been but by can could did do does for from had has have how i if in instead into is it its
  let me my no not of on or our please should shall so than that the their them then there these they this to us use
  used uses using was we were what when where which while who whom whose why will with would you your any am`,
  `der die das den dem des ein eine einen einem einer und oder wir sie ihr ist sind war wird werden soll sollen sollten
  sollte wir statt stattdessen nicht kein keine keinen mit fur von zu zum zur auf im bei aus als warum wieso welche
  welcher welches wo wie was es gibt verwenden nutzen nehmen wurde haben hat kann konnen`,
  `le la les l un une des du de et ou nous vous est sont etre faut il elle on que qui quoi dans pour par avec sans pas
  ne plus au aux en sur ce cette ces pourquoi quel quelle quels quelles comment utiliser utilise doit devrait`,
  `el los las uno una unos unas y o del al que por para con sin se es son ser esta estan debemos deberiamos usar usamos
  lugar porque como cual cuales donde no si su sus nos`,
  `os as um uma e ou do da dos das no na nos nas em por para com sem se devemos deveriamos onde porque qual quais`,
  `il lo gli i uno e o di del della dei nel nella per con senza che perche quale quali dove dovremmo usare al posto`,
  `de het een en of van voor met zonder wij we zijn moeten waarom welke waar hoe gebruiken plaats`,
  `и или не на в во по с со к ко от до из у о об для за это этот эта эти что как где когда почему зачем какои какая
  какие мы вы они он она ли бы быть был была было стоит нужно надо ли перейти использовать вместо`,
);

/** Of questions and tasks: what is done, not with what. They count only where there is no other word. */
export const WEAK_WORDS: ReadonlySet<string> = split(
  `decide decided decision decisions choose chose chosen choice pick picked select selected reject rejected consider
  considered consideration replace replaced supersede drop dropped switch switched change changed move moved go going
  back migrate adopt keep kept try tried still ever already need want make made take get got give add added write wrote
  written build implement create fix update remove delete refactor rework extend improve support introduce start finish
  set put run test debug check handle work works allow enable ship plan best better current currently now new other
  another alternative alternatives option options thing things really just way project reason reasons rationale settle
  settled happen happened fine ok okay actually also too may might must instead look work yet place`,
  `entscheidung entscheidungen entschieden wahlen gewahlt wechseln umsteigen schreiben bauen hinzufugen`,
  `choisir choisi decision passer changer ecrire ajouter elegir elegido cambiar decision decidir escribir anadir`,
  `писать написать добавить выбрать выбрали решение решили 应该 改用 为什么 使用 选择 还是 为何 是否 可以 使う べき なぜ 採用`,
);
