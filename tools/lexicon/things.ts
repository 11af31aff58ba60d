/** How words of three characters end that begin with a surname and name no person: 叶绿体, 张家湾, 马家军. */
export const THINGS =
  /[体湾湖村镇乡县市区州省城宫殿寺庙塔阁门路街桥河江海岛山岭峰口沟坡庄屯店厂场站坝邑井社会团队军党派族人者员家学法性物品素料器具机车船床菜酒茶汤糖药病症树木草鸟鱼虫牛马猪石土沙赛杯奖节年月日周期权款费税率量力气色味声音语文字词句书画戏剧舞歌曲曰说道笑先生兄弟妹哥姐夫人氏公后帝王爷奶叔婶嫂娘婆]$/;
