/** Does `work` when everybody who came earlier under the same key is done. */
export type InLine = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** One line for each key, first come first served. Work may not stand in its own line again. */
export function lines(): InLine {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
