// SPDX-License-Identifier: MIT
import { SearchBox } from '@fluentui/react-components';
import { messages } from '../../electron/language/messages';

interface SearchFieldProps {
  /** Its name, and what stands in it while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly className?: string;
}

/** A box to search with. It can be cleared once there is something in it: Fluent hides that button, but only to the eye. */
export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  return (
    <SearchBox
      className={className}
      dismiss={value === '' ? null : { 'aria-label': messages.app.clear }}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(_, data) => {
        onChange(data.value);
      }}
    />
  );
}
