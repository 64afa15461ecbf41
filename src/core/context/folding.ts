// The letters of names and headings as they are compared.
import { withoutAccents } from '../letters.ts';

/** Lower case, no accents, short forms of Chinese: all that folding changes of a list of names. */
export const foldLetters = (text: string): string =>
  withoutAccents(text)
    .replace(/[’`´]/g, "'")
    .replace(LONG_FORMS, (letter) => SHORT[LONG.indexOf(letter)] ?? letter)
    .toLowerCase();

// Of the letters that names are made of; written both ways by who writes Chinese.
const LONG =
  '當狀態項進辦務計劃動條約規範決設術記錄經驗問題無礙處續餘風險變歷會話後現階註議點開發與應該難誌緒總結構實測結論選優級';
const SHORT =
  '当状态项进办务计划动条约规范决设术记录经验问题无碍处续余风险变历会话后现阶注议点开发与应该难志绪总结构实测结论选优级';
const LONG_FORMS = new RegExp(`[${LONG}]`, 'g');
