import type { Mention } from "../model/mention.js";

/**
 * Whether an event is named for what was said or decided at it (贯彻党的二十大精神, 会议提出) or is yet to come
 * (提请第三次会议审议), not as what goes on.
 */
export const isCited = ({ start, end }: Mention, normal: string): boolean =>
  BEHIND.test(normal.slice(end, end + 4)) || BEFORE.test(normal.slice(Math.max(0, start - 8), start));

const BEHIND = /^(?:的?(?:精神|议程|部署|决策|工作部署|要求|重要讲话)|上|以来|闭幕后|后|确定|提出|明确)/;
const BEFORE = /(?:学习|贯彻|落实|传达|(?:提请|提交|报请|筹备)(?:组织)?(?:召开|开好)?)$/;

/** Whether an event is named as what goes on, which 活动 or 会议 without a name can stand for: no disaster, no war, none that is cited. */
export const goesOn = (event: Mention, normal: string): boolean =>
  event.type === "event" &&
  !event.classes.includes("event.disaster") &&
  !event.classes.includes("event.war") &&
  !isCited(event, normal);
