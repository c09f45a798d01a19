// The glue Emscripten makes beside cart.wasm; the build names its place (--alias:sealcart-glue=…).
declare module 'sealcart-glue' {
  const makeGlue: import('./glue.js').GlueFactory;
  export default makeGlue;
}
