/** A title without blanks, marks and signs: as such it is compared, since pages set the same one in different ways. */
export const bareLetters = (title: string): string => title.replace(/[\s\p{P}\p{S}]/gu, '');
