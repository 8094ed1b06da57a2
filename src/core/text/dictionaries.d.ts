declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified` pairs, parted by strokes. */
  const pairs: string;
  export default pairs;
}
