/**
 * The short form of a division's official name, and the form with its plain suffix where the official name says which
 * peoples govern it.
 *
 *     "清远市"                  ->  { stem: "清远" }
 *     "湘西土家族苗族自治州"    ->  { stem: "湘西", plain: "湘西州" }
 *     "积石山保安族东乡族撒拉族自治县"  ->  { stem: "积石山", plain: "积石山县" }
 *     "管城回族区"              ->  { stem: "管城", plain: "管城区" }
 *     "盂县"                    ->  {}     (one character is never a name by itself)
 */
export function shortFormsOf(name: string): { readonly stem?: string; readonly plain?: string } {
  const region = /^(.+?)自治区$/.exec(name);
  if (region) return { stem: withoutPeoples(region[1] ?? "") };
  const autonomous = /^(.+?)(?:自治(州|县|旗)|(?<=族)(区))$/.exec(name);
  if (autonomous) {
    const stem = withoutPeoples(autonomous[1] ?? "");
    return { stem, plain: stem + (autonomous[2] ?? autonomous[3] ?? "") };
  }
  const stem = name.replace(suffix, "");
  return stem.length < 2 || stem === name ? {} : { stem };
}

/** Wards of mines and the banners that are halves of a former one have no short form: 土默特左旗 is never 土默特左. */
const suffix =
  /(?:特别行政区|行政委员会|地区|(?<=..)新区|(?<=...)林区|(?<![矿特])区|市|县|盟|(?<![左右前后中合])旗|省|镇|乡)$/;

function withoutPeoples(stem: string): string {
  return stem.replace(peoplesAtEnd, "").replace(/族$/, "");
}

/** Names of peoples as they stand in the names of autonomous divisions, some without 族. */
const peoplesAtEnd = new RegExp(
  "(?<=..)(?:(?:各|满|回|藏|苗|彝|侗|瑶|壮|畲|黎|羌|水|白|傣|怒|土|" +
    "蒙古|朝鲜|土家|仫佬|毛南|仡佬|布依|哈尼|纳西|拉祜|佤|布朗|独龙|普米|傈僳|裕固|保安|东乡|撒拉|达斡尔|" +
    "哈萨克|景颇|柯尔克孜)族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔)+$",
);
