import { remember } from "../state/remembered.js";
import { type Theme, themes } from "../state/store.js";
import { type Language, languages } from "../words/index.js";
import { usePage } from "./parts.js";

export function LanguageChoice() {
  const { words, state, store } = usePage();
  const choose = (value: string) => {
    remember("language", value);
    store.set({ language: value as Language });
  };
  return (
    <Choice
      label={words.language}
      value={state.language}
      options={Object.entries(languages).map(([id, { name }]) => [id, name])}
      choose={choose}
    />
  );
}

export function ThemeChoice() {
  const { words, state, store } = usePage();
  const choose = (value: string) => {
    remember("theme", value);
    store.set({ theme: value as Theme });
  };
  return (
    <Choice
      label={words.theme}
      value={state.theme}
      options={themes.map(theme => [theme, words.themes[theme]])}
      choose={choose}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}

export function Choice({ label, value, options, choose }: ChoiceProps) {
  return (
    <label class="choice" title={label}>
      <span class="unseen">{label}</span>
      <select value={value} onChange={event => choose(event.currentTarget.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
