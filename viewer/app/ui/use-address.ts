import { useEffect } from "preact/hooks";
import { addressOf, readAddress } from "../state/address.js";
import { firstView } from "../state/view.js";
import type { Page } from "./parts.js";

/** Keep the address in step with the view, and the view with an address that the reader typed. */
export function useAddress({ store, state }: Page): void {
  const { view, camera } = state;
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = addressOf({ view, camera });
      if (address !== location.hash.slice(1))
        history.replaceState(undefined, "", address === "" ? location.pathname + location.search : `#${address}`);
    }, 200);
    return () => clearTimeout(timer);
  }, [view, camera]);
  useEffect(() => {
    const follow = () => {
      const { view, camera } = readAddress(location.hash, firstView);
      store.go(() => view);
      store.set({ camera });
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [store]);
}
