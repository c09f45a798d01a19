// Tries an edit; a refusal is told beside the thing it is about, and nothing else happens.
import { fieldError, isProblem } from './messages.js';

/** True when the edit was taken. Anything but a refusal is a defect and is thrown on. */
export type Attempt = (edit: () => Promise<unknown>) => Promise<boolean>;

export function attemptBeside(slot: HTMLElement, id: string): Attempt {
  return async (edit) => {
    slot.replaceChildren();
    try {
      await edit();
      return true;
    } catch (error) {
      if (!isProblem(error)) throw error;
      slot.replaceChildren(fieldError(id, error));
      return false;
    }
  };
}
