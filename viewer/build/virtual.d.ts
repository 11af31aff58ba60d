declare module "virtual:hanzi" {
  export const simplified: string;
  export const syllables: string;
}

declare module "virtual:geography" {
  /** Lines of longitudes and latitudes in tenths of a degree. */
  export const outlines: readonly (readonly number[])[];
  /** Longitude and latitude, in hundredths of a degree, of places by the keys that nodes have. */
  export const coordinates: Readonly<Record<string, readonly [number, number]>>;
}

declare module "*?worker&inline" {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}

declare module "*.css";
