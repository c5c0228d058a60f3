export class Killed extends Error {}

/** Everything that is waited for, until it is done for the nth time: from then on nothing is. `after`: the last still takes effect. */
export function dyingAt<T extends object>(real: T, count: { left: number }, after: boolean): T {
  return new Proxy(real, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...values: unknown[]) => {
        count.left -= 1;
        if (count.left < 0 || (count.left === 0 && !after)) throw new Killed();
        const result: unknown = await member.apply(target, values);
        if (count.left === 0) throw new Killed();
        return result;
      };
    },
  });
}
