import type { RuleId } from "./facts.js";

/** One place where a document names something, while the document is being read. Never edited, never merged. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly rule: RuleId;
  /** Gazetteer entries that the surface names; more than one where it is ambiguous. */
  readonly keys: readonly string[];
  /** What else rules may ask for: "place.county", "agency.local". */
  readonly classes: readonly string[];
  /** Mentions that it swallowed: the places inside the name of an agency. */
  readonly parts: readonly Mention[];
  /** The name where it is not the surface: 林瑞彥 of 林副市長瑞彥. */
  readonly name?: string;
  /** The place that it belongs to, where the text around tells and its name does not: 省政府 in news from Guangdong. */
  readonly within?: Mention;
  /** For words that stand for something named elsewhere (本市, 他): the mentions meant. Such a mention names nothing itself. */
  readonly antecedents?: readonly Mention[];
}

/** The name that a mention gives, as the text has it. */
export const writtenName = ({ name, start, end }: Mention, text: string): string => name ?? text.slice(start, end);

/** Whether an agency or an organization is named. */
export const isBody = ({ type }: Mention): boolean => type === "agency" || type === "organization";

/** 清远市人民政府 and 清远市政府 are one body, in one document and over all of them; so are 清远市经济发展局 and 清远市经发局. */
export const comparable = (name: string, type: string): string =>
  type === "agency"
    ? name
        .replace("人民政府", "政府")
        .replace(FIELD, (_, field: string, head: string) => `${FIELDS[field]}${head === "委员会" ? "委" : head}`)
    : name;

/** What departments are for, in full and as it is written for short. */
const FIELDS: Readonly<Record<string, string>> = {
  发展和改革: "发改",
  发展改革: "发改",
  经济和信息化: "经信",
  工业和信息化: "工信",
  人力资源和社会保障: "人社",
  人力资源社会保障: "人社",
  住房和城乡建设: "住建",
  住房城乡建设: "住建",
  卫生健康: "卫健",
  市场监督管理: "市监",
  市场监管: "市监",
  文化和旅游: "文旅",
  文化旅游: "文旅",
  环境保护: "环保",
  经济发展: "经发",
  都市发展: "都发",
  观光旅游: "观旅",
  财政税务: "财税",
  动物防疫保护: "动保",
  文化资产管理: "文资",
};

const FIELD = new RegExp(`(${Object.keys(FIELDS).join("|")})(委员会|委|局|厅|处)$`);
