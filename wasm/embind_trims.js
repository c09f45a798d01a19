// Embind registers every C++ type it knows when it starts. This boundary passes numbers only (text
// goes through two arenas), so these registrations do nothing and their code stays out of the page:
// 1.7 KB of the glue after Brotli.
const nothing = {};
for (const name of ['std_string', 'std_wstring', 'emval', 'memory_view']) {
  nothing[`_embind_register_${name}`] = () => {};
  nothing[`_embind_register_${name}__deps`] = [];
}
mergeInto(LibraryManager.library, nothing);
