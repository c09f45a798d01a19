// Forgets what the panel's devices keep: their databases and their drafts. The ordinary visitor's
// cart of the same browser is left alone.
export async function forgetDevices(profiles: readonly string[]): Promise<void> {
  const databases = await indexedDB.databases();
  const theirs = databases
    .map(({ name }) => name ?? '')
    .filter((name) => profiles.some((profile) => name.includes(profile)));
  await Promise.all(theirs.map(forget));
  for (const key of Object.keys(sessionStorage)) {
    if (profiles.some((profile) => key.endsWith(`:${profile}`))) sessionStorage.removeItem(key);
  }
}

function forget(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => resolve(); // goes when the last connection closes
    request.onerror = () => reject(request.error);
  });
}
