// What is done to a thing, by the verb that a text begins or ends with: verbs of one act say the same.

export type Act = 'make' | 'fix' | 'drop' | 'move';

type Forms = { readonly first: string; readonly last: string };

// In lower case, without accents.
const FORMS: Readonly<Record<Act, Forms>> = {
  make: {
    first: `add|adds|added|adding|display|displays|enforce|enforces|show|shows|build|builds|built|
complete|completes|create|creates|created|deliver|delivers|develop|enable|enables|finalize|finish|
finishes|finished|hook up|implement|implements|implemented|implementing|introduce|introduces|introduced|
integrate|integrates|make|provide|provides|set up|setup|ship|ships|shipped|support|supports|wire up|
wire in|wire|write|writes|wrote|ajoute|ajouter|ajout d|ajout de|ajout du|ajout des|creer|cree|creation d|
creation de|creation du|creation des|developper|ecrire|implementer|implementation d|implementation de|
introduire|integrer|mettre en place|mise en place d|mise en place de|mise en place du|mise en place des|
realiser|terminer|finir|anadir|anade|agregar|agrega|crear|crea|desarrollar|escribir|hacer|implementar|
integrar|completar|adicionar|adiciona|criar|cria|desenvolver|escrever|fazer|concluir|aggiungere|aggiunge|
aggiunta di|aggiunta del|aggiunta della|creare|scrivere|realizzare|implementare|completare|dodac|dodaj|
napisac|zaimplementowac|stworzyc|utworzyc|zrobic|добавить|добавлен|добавлена|написать|сделать|создать|
реализовать|реализован|реализована|додати|додано|написати|зробити|створити|реалізувати`,
    last: `added|implemented|built|finished|done|in place|hinzufugen|hinzugefugt|bauen|gebaut|einbauen|
eingebaut|erstellen|erstellt|implementieren|implementiert|schreiben|geschrieben|umsetzen|umgesetzt|
einfuhren|eingefuhrt|erganzen|erganzt|fertigstellen|fertiggestellt|entwickeln|entwickelt|machen|anlegen|
angelegt|ajoute|ajoutee|ajoutes|ajoutees|cree|creee|crees|creees|ecrit|ecrite|implemente|implementee|
mis en place|mise en place|mises en place|termine|terminee|anadido|anadida|anadidos|anadidas|agregado|
agregada|creado|creada|creados|creadas|escrito|escrita|implementado|implementada|terminado|terminada|
hecho|hecha|adicionado|adicionada|criado|criada|criados|criadas|feito|feita|aggiunto|aggiunta|creato|
creata|scritto|scritta|implementato|implementata`,
  },
  fix: {
    first: `fix|fixes|fixed|fixing|repair|repairs|repaired|resolve|resolves|resolved|correct|corrects|
corrected|solve|solves|solved|prevent|prevents|avoid|avoids|handle|handles|stop|stops|corriger|corrige|
correction d|correction de|correction du|correction des|reparer|repare|resoudre|corregir|arreglar|arregla|
reparar|resolver|resuelve|corrigir|consertar|resolve|correggere|risolvere|naprawic|poprawic|исправить|
исправлен|исправлена|починить|виправити|виправлено`,
    last: `fixed|repaired|resolved|solved|beheben|behoben|reparieren|repariert|korrigieren|korrigiert|
losen|gelost|corrige|corrigee|repare|reparee|resolu|resolue|corregido|corregida|arreglado|arreglada|
resuelto|resuelta|corrigido|corrigida|corretto|corretta|risolto|risolta|исправлено|исправлен|исправлена`,
  },
  drop: {
    first: `delete|deletes|deleted|drop|drops|dropped|remove|removes|removed|get rid of|take out|strip|
purge|retire|kill|supprimer|supprime|suppression d|suppression de|suppression du|suppression des|retirer|
enlever|eliminar|elimina|borrar|borra|quitar|quita|remover|remove|apagar|rimuovere|eliminare|cancellare|
usunac|usun|удалить|убрать|удален|удалена|видалити|прибрати`,
    last: `deleted|dropped|removed|loschen|geloscht|entfernen|entfernt|ausbauen|ausgebaut|supprime|
supprimee|supprimes|supprimees|retire|retiree|eliminado|eliminada|eliminados|eliminadas|borrado|borrada|
removido|removida|rimosso|rimossa|удалено|видалено`,
  },
  move: {
    first: `move|moves|moved|migrate|migrates|migrated|replace|replaces|replaced|switch|switches|switched|
upgrade|upgrades|upgraded|update|updates|bump|bumps|port|ports|ported|convert|converts|converted|rename|
renames|renamed|swap|go to|migrer|migration vers|remplacer|remplace|passer a|passage a|deplacer|migrar|
migra|reemplazar|reemplaza|sustituir|actualizar|mover|substituir|atualizar|migrare|sostituire|aggiornare|
spostare|przeniesc|zamienic|zaktualizowac|перенести|заменить|обновить|перейти на|замінити|оновити`,
    last: `migrated|replaced|upgraded|moved|umstellen|umgestellt|ersetzen|ersetzt|aktualisieren|
aktualisiert|verschieben|verschoben|migrieren|migriert|umbenennen|umbenannt|migre|migree|remplace|
remplacee|migrado|migrada|reemplazado|reemplazada|actualizado|actualizada|substituido|substituida|migrato|
migrata|sostituito|sostituita`,
  },
};

const ACTS = Object.keys(FORMS) as readonly Act[];

const listed = (words: string): ReadonlySet<string> => new Set(words.replaceAll('\n', '').split('|'));
const FIRST = ACTS.map((act) => [act, listed(FORMS[act].first)] as const);
const LAST = ACTS.map((act) => [act, listed(FORMS[act].last)] as const);
const LONGEST_FORM = 3;

export type Done = { readonly act: Act | null /** Without the verb. */; readonly words: readonly string[] };

/** `words`: folded, in the order of the text. */
export function readAct(words: readonly string[]): Done {
  for (let count = Math.min(LONGEST_FORM, words.length); count > 0; count -= 1) {
    const [head, tail] = [words.slice(0, count).join(' '), words.slice(-count).join(' ')];
    const first = FIRST.find(([, forms]) => forms.has(head));
    if (first !== undefined) return { act: first[0], words: words.slice(count) };
    const last = LAST.find(([, forms]) => forms.has(tail));
    if (last !== undefined) return { act: last[0], words: words.slice(0, -count) };
  }
  return { act: null, words };
}

/** By what a word and its forms begin: those that share nothing here are forms of no one word. */
export const beginningsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => [word.slice(0, 2), ...(/^ge.*t$/.test(word) ? [word.slice(2, 4)] : [])]));

/** Whether both are forms of one word: `soldered` and `solder`, `decoder` and `decode`. */
export const isSameWord = (one: string, other: string): boolean =>
  one === other || (mayBeOne(one, other) && isOneWord(one, other));

// Asked for each word of each item and each commit: nothing is made for it.
const mayBeOne = (one: string, other: string): boolean =>
  (one.charCodeAt(0) === other.charCodeAt(0) && one.charCodeAt(1) === other.charCodeAt(1)) ||
  one.startsWith('ge') ||
  other.startsWith('ge');

const isOneWord = (one: string, other: string): boolean =>
  (stem(one) === stem(other) && /^[a-z]+$/.test(one + other)) ||
  isNoun(one, other) ||
  isNoun(other, one) ||
  isParticiple(one, other) ||
  isParticiple(other, one) ||
  (Math.min(one.length, other.length) >= SHORTEST_VERB && isOfOneVerb(one, other));

const stem = (word: string): string => (word.length > 3 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word);

// `renderer`, `migration`, `deployment`, `removal`: who does it, and doing it.
function isNoun(noun: string, verb: string): boolean {
  const [, agent, act] = /^(?:(.{4,})(?:er|or)s?|(.{5,})(?:ion|ment|al)s?)$/.exec(noun) ?? [];
  return [agent, act].includes(stem(verb)) && /^[a-z]+$/.test(verb);
}

// `grabar` and `grabada`, `ajouter` and `ajoutées`, `étalonner` and `étalonnage`, `написать` and `написан`
const ROMANCE = /^(.{3,})(?:ar|er|ir|re|are|ere|ire)$/;
const ENDED =
  /^(?:[aiu]?d[oa]s?|[aiu]t[oaie]|e|ee|es|ees|i|ie|is|ies|u|ue|us|ues|age|ages|ation|acion|icion|acao|icao|azione|izione)$/;
function isParticiple(whole: string, done: string): boolean {
  const root = ROMANCE.exec(whole)?.[1] ?? '';
  const slavic = /^(.{3,})(?:ть|ти)$/.exec(whole)?.[1] ?? '';
  return (
    (root !== '' && done.startsWith(root) && ENDED.test(done.slice(root.length))) ||
    (slavic !== '' &&
      done.startsWith(slavic) &&
      /^(?:н[аоы]?|но|л[аои]?|ли)$/.test(done.slice(slavic.length)))
  );
}

// `hinterlegen` and `hinterlegt`, `anlegen` and `angelegt`
function isOfOneVerb(one: string, other: string): boolean {
  const [whole, done] = /en$/.test(one) ? [one, other] : [other, one];
  const root = /^(.{4,})en$/.exec(whole)?.[1];
  const said = /^(.{4,}?)e?t$/.exec(done)?.[1];
  return root !== undefined && said !== undefined && (said === root || said.replace('ge', '') === root);
}
const SHORTEST_VERB = 6;
