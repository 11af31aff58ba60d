/** opencc-js ships its dictionaries ("發 发|髮 发|…") without types. */
declare module "opencc-js/dict/*" {
  const dictionary: string;
  export default dictionary;
}
