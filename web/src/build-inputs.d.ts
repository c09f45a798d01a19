// What the build puts in place (--alias:name=path): the glue and the modules.
declare module 'sealcart-glue' {
  const makeGlue: import('./glue.js').GlueFactory;
  export default makeGlue;
}
declare module 'sealcart-forms-glue' {
  const makeGlue: import('./glue.js').ModuleFactory<import('./forms/glue.js').FormsGlue>;
  export default makeGlue;
}
declare module 'sealcart-wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
