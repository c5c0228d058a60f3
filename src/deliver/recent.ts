/** The last so many keys. */
export interface Recent {
  /** Whether the key is new; it is not afterwards, until as many others have come. */
  readonly isNew: (key: string) => boolean;
}

export function createRecent(most: number): Recent {
  const keys = new Set<string>();
  return {
    isNew: (key) => {
      if (keys.has(key)) return false;
      keys.add(key);
      for (const oldest of keys) {
        if (keys.size <= most) break;
        keys.delete(oldest);
      }
      return true;
    },
  };
}
