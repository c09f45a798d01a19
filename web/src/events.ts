// CustomEvent, also where Node 18 keeps it behind a flag. Made at the first event: importing this
// package touches nothing.

type CustomEventClass = new <T>(type: string, init: { detail: T }) => CustomEvent<T>;
let eventClass: CustomEventClass | undefined;

export function cartEvent<T>(type: string, detail: T): CustomEvent<T> {
  eventClass ??= globalThis.CustomEvent ?? plainEventClass();
  return new eventClass(type, { detail });
}

function plainEventClass(): CustomEventClass {
  return class<T> extends Event {
    readonly detail: T;
    constructor(type: string, init: { detail: T }) {
      super(type);
      this.detail = init.detail;
    }
  } as unknown as CustomEventClass;
}
