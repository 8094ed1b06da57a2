import { XMLBuilder } from 'fast-xml-parser';
import type { Codebook, CodebookTag } from '../codebook';
import { PALETTE } from '../colors';
import { codeGuid } from './codeGuid';

/** Of the REFI-QDA codebook exchange format 1.0 (https://www.qdasoftware.org, schema Codebook.xsd). */
const QDC_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** What XML 1.0 cannot hold, written in any way. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * A codebook as other programs for qualitative analysis read it (.qdc). They know no old names, and no colours that
 * come from the tag above: every tag gets the colour that it is shown in. The format asks for one tag at least, so that
 * the file of an empty codebook is well-formed but not valid.
 */
export function writeQdc(codebook: Codebook): string {
  const builder = new XMLBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  });
  const code = ({ name, path, description, color, children }: CodebookTag, inherited: string): object => ({
    '@guid': codeGuid(path),
    '@name': forXml(name),
    '@isCodable': 'true',
    '@color': color ?? inherited,
    ...(description ? { Description: forXml(description) } : {}),
    Code: children.map((child) => code(child, color ?? inherited)),
  });
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    CodeBook: {
      '@xmlns': QDC_NAMESPACE,
      '@origin': 'Policy Transcripts',
      Codes: { Code: codebook.tags.map((tag, index) => code(tag, PALETTE[index % PALETTE.length]!)) },
    },
  });
}

const forXml = (words: string): string => words.replace(NOT_IN_XML, '\ufffd');
