import { useLayoutEffect, useRef } from "preact/hooks";
import { DocumentText } from "./document-text.js";
import { Icon } from "./icon.js";
import { LegendContent } from "./legend.js";
import { PaletteDialog } from "./palette.js";
import { usePage } from "./parts.js";
import { RuleText } from "./rule-text.js";

/** Whichever dialog is open, as one modal: the browser keeps the focus inside and gives it back. */
export function Dialogs() {
  const { state, store, words } = usePage();
  const { dialog } = state;
  const element = useRef<HTMLDialogElement>(null);
  // Before the browser paints, so that the first key typed is already the dialog's.
  useLayoutEffect(() => {
    if (dialog && !element.current?.open) element.current?.showModal();
  }, [dialog]);
  if (!dialog) return null;
  const close = () => store.set({ dialog: undefined });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the key for that is Escape, the browser's.
    <dialog
      ref={element}
      class={`dialog ${dialog.kind}`}
      onClose={close}
      onClick={event => event.target === element.current && close()}
    >
      {dialog.kind === "palette" ? (
        <PaletteDialog />
      ) : (
        <div class="sheet">
          <button type="button" class="close" onClick={close} title={words.close}>
            <Icon name="close" />
            <span class="unseen">{words.close}</span>
          </button>
          {dialog.kind === "help" && <Help />}
          {dialog.kind === "legend" && (
            <>
              <h2>{words.legend}</h2>
              <LegendContent />
            </>
          )}
          {dialog.kind === "rule" && <RuleText rule={dialog.rule} />}
          {dialog.kind === "document" && <DocumentText key={dialog.document + dialog.start} {...dialog} />}
        </div>
      )}
    </dialog>
  );
}

function Help() {
  const { words } = usePage();
  return (
    <>
      <h2>{words.help}</h2>
      <dl class="keys">
        {words.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{words.credits}</p>
    </>
  );
}
