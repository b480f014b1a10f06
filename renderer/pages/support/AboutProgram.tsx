// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { About, ShippedPart } from '../../../electron/contract/about';
import { Fact, Facts } from '../../ui/Facts';
import { messages } from '../../../electron/language/messages';

const words = messages.help.about;

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  summary: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalXS} 0`,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  parts: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, listStyleType: 'none' },
  licence: { color: tokens.colorNeutralForeground3 },
  text: {
    ...typographyStyles.caption1,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  file: { display: 'block', fontFamily: tokens.fontFamilyMonospace },
});

function PartItem({ part }: { readonly part: ShippedPart }) {
  const styles = useStyles();
  const { name, version, licence, text } = part;
  return (
    <li>
      <details>
        <summary className={styles.summary}>
          {`${name} ${version}`.trimEnd()} <span className={styles.licence}>{licence}</span>
        </summary>
        <p className={styles.text}>{text === '' ? words.noText : text}</p>
      </details>
    </li>
  );
}

/** Version, build, and the licences of everything that is shipped. */
export function AboutProgram({ about }: { readonly about: About }) {
  const styles = useStyles();
  const { version, build, runtime, licenceFiles, parts } = about;
  return (
    <div className={styles.card}>
      <Facts>
        <Fact term={words.version}>{words.versionText({ version, build })}</Fact>
        <Fact term={words.runtime}>{runtime}</Fact>
        <Fact term={words.licence}>MIT</Fact>
        {licenceFiles.length > 0 && (
          <Fact term={words.files}>
            {licenceFiles.map((file) => (
              <bdi key={file} className={styles.file}>
                {file}
              </bdi>
            ))}
          </Fact>
        )}
      </Facts>
      <details>
        <summary className={styles.summary}>{words.parts({ n: parts.length })}</summary>
        <ul className={styles.parts}>
          {parts.map((part) => (
            <PartItem key={`${part.name} ${part.version}`} part={part} />
          ))}
        </ul>
      </details>
    </div>
  );
}
