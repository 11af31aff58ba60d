import open from "open";
import type { Terminal } from "./terminal.js";

/** Whether a browser window can show up for whoever runs this: not over ssh, in a container or under CI. */
export function canOpenBrowser(): boolean {
  const { CI, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  if (CI || SSH_CONNECTION || !process.stderr.isTTY) return false;
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
}

/** Opens an address in the default browser; where that fails, the address that was printed has to do. */
export async function openBrowser(url: string, terminal: Terminal): Promise<void> {
  try {
    const child = await open(url);
    child.once("error", () => terminal.say("No browser could be opened; open the address above yourself."));
  } catch {
    terminal.say("No browser could be opened; open the address above yourself.");
  }
}
