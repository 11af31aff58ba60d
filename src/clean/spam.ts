/** True for a line that was put into the page to be found by search engines: pornography, gambling, forged papers. */
export function isSpam(line: string): boolean {
  const words = count(line, SPAM_WORDS);
  if (words < 2 || line.length / words > LETTERS_PER_WORD) return false;
  return words >= ENOUGH || count(line, UNMISTAKABLE) >= 2 || (words >= 3 && !/[。；，]/u.test(line));
}

/** True for a line that is written in letters which a Chinese page doesn't use: kana, Hangul, Cyrillic, Thai, Arabic. */
export function isForeign(line: string): boolean {
  if (!FOREIGN.test(line)) return false;
  const head = line.slice(0, 2000);
  const foreign = head.match(FOREIGN_LETTERS)?.length ?? 0;
  return foreign >= 6 && foreign * 3 > (head.match(LETTERS)?.length ?? 0);
}

/** True for a line that is one string of letters and digits without sense. */
export function isRandom(line: string): boolean {
  if (
    line.length < 8 ||
    line.length > 200 ||
    !/^[\w\-+/=~!@#$%^&*.]+$/u.test(line) ||
    /^(?:https?:|www\.)/iu.test(line)
  )
    return false;
  const turns = line.match(/\d(?=[a-zA-Z])|[a-zA-Z](?=\d)|[a-z](?=[A-Z])/gu)?.length ?? 0;
  return turns >= 4 && turns * 5 >= line.length;
}

const ENOUGH = 5;
const LETTERS_PER_WORD = 30;

const UNMISTAKABLE =
  /[無无][碼码]|毛片|[亚亞]洲\s?(?:AV|[无無][码碼]|[情色]色?|[欧歐]美|[乱亂]|精品|[国國][产產]|成人|[综綜]合|一[区區])|[黄黃]色(?:[网網]|[视視][频頻]|小[说說])|成人(?:[网網]站|[电電]影|[视視][频頻]|[论論][坛壇])|国产(?:精品|自拍|[偷乱])|一[区區]二[区區]|A片|a级|人妻|[乱亂][伦倫]|偷[窥窺]自?拍|[黄黃]片|[三]级片|真人[娱娛][乐樂]|百家[乐樂](?:官[网網]|平[台臺]|[网網])|[博菠]彩(?:[网網]|公司|官|平[台臺])|彩票(?:平[台臺]|[网網]|官)|[时時][时時]彩|北京[赛賽][车車]|老虎[机機]|[开開][户戶]送|葡京(?:[赌賭]|[娱娛])|足球外[围圍]|皇冠体育|[赌賭]球[网網]|[办辦]假?[证證](?:刻章|\d|[Qq微])|代[开開][发發]票|[传傳]奇私服/gu;

const SPAM_WORDS = new RegExp(
  `${UNMISTAKABLE.source}|在[线線](?:[观觀]看|播放|[视視][频頻])|久久|[视視][频頻]免[费費]|免[费費][观觀]看|激情|[乱亂][码碼]|[欧歐]美|日[韩韓]|中文字幕|熟女|少[妇婦]|[丝絲][袜襪]|高清|另[类類]|(?<![\\p{Script=Latin}\\d])AV(?![\\p{Script=Latin}])|天堂|[娱娛][乐樂]城|[赌賭][场場博]|投注|下注|返水|体育直播|棋牌|[网網]投|私服|外[挂掛]|代孕|[壮壯][阳陽]|美女|小[说說]|一肖|中特|[开開][奖獎][结結]果|免[费費][资資]料|六合彩|彩金|[电電]影[网網]`,
  "giu",
);

const FOREIGN = /[\u0400-\u052f\u0590-\u08ff\u0e00-\u0e7f\u3041-\u30fa\uac00-\ud7a3]/u;
const FOREIGN_LETTERS = /[\u0400-\u052f\u0590-\u08ff\u0e00-\u0e7f\u3041-\u30fa\uac00-\ud7a3]/gu;
const LETTERS = /\p{L}/gu;

function count(line: string, expression: RegExp): number {
  return line.match(expression)?.length ?? 0;
}
