/**
 * Names that read like England's schools, put together at random: no pair is taken from a person.
 * Weights follow roughly how common a background is in the two councils' schools.
 */
import type { SeededRandom } from './random';

interface NamePool {
  readonly weight: number;
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly surnames: readonly string[];
  /** Home language, where it is not English. */
  readonly language: string | null;
}

const POOLS: readonly NamePool[] = [
  {
    weight: 74, language: null,
    girls: ['Amelia', 'Ava', 'Beth', 'Chloe', 'Daisy', 'Ellie', 'Evie', 'Freya', 'Grace', 'Holly', 'Isla', 'Jess', 'Keira', 'Lacey', 'Layla', 'Lexi', 'Lily', 'Lola', 'Maisie', 'Megan', 'Millie', 'Niamh', 'Poppy', 'Ruby', 'Scarlett', 'Skye', 'Summer', 'Tilly'],
    boys: ['Alfie', 'Archie', 'Bailey', 'Ben', 'Callum', 'Charlie', 'Connor', 'Dylan', 'Ethan', 'Finley', 'Freddie', 'George', 'Harley', 'Harry', 'Jack', 'Jake', 'Jayden', 'Joseph', 'Kian', 'Kyle', 'Leo', 'Lewis', 'Liam', 'Logan', 'Mason', 'Max', 'Noah', 'Oliver', 'Oscar', 'Reece', 'Riley', 'Toby', 'Tyler', 'Zac'],
    surnames: ['Ainscough', 'Ashworth', 'Barlow', 'Bentley', 'Birch', 'Bradshaw', 'Broadbent', 'Chadwick', 'Clegg', 'Cooper', 'Crossley', 'Dawson', 'Dyson', 'Eccles', 'Fielding', 'Firth', 'Gill', 'Greenwood', 'Hargreaves', 'Hartley', 'Haworth', 'Holden', 'Hopkinson', 'Ingham', 'Kershaw', 'Lomas', 'Marsden', 'Mellor', 'Nuttall', 'Ogden', 'Parkin', 'Pickles', 'Rawson', 'Riley', 'Rushworth', 'Schofield', 'Shaw', 'Sykes', 'Tattersall', 'Thornton', 'Turner', 'Varley', 'Wadsworth', 'Whittaker', 'Wilkinson', 'Woodhead', "O'Neill", "O'Brien", 'Gallagher'],
  },
  {
    weight: 11, language: 'Urdu',
    girls: ['Aisha', 'Alina', 'Fatima', 'Hafsa', 'Iqra', 'Maryam', 'Sana', 'Zainab'],
    boys: ['Adam', 'Ali', 'Bilal', 'Hamza', 'Ibrahim', 'Musa', 'Rayan', 'Umar', 'Yusuf', 'Zayn'],
    surnames: ['Ahmed', 'Akhtar', 'Ali', 'Begum', 'Hussain', 'Iqbal', 'Khan', 'Mahmood', 'Malik', 'Mirza', 'Rafiq', 'Shah'],
  },
  {
    weight: 4, language: 'Slovak',
    girls: ['Dominika', 'Klaudia', 'Natalia', 'Vanesa'], boys: ['Dominik', 'Erik', 'Marek', 'Patrik', 'Tomas'],
    surnames: ['Balog', 'Danko', 'Hangurba', 'Horvath', 'Kandrac', 'Lakatos', 'Pecha'],
  },
  {
    weight: 4, language: 'Polish',
    girls: ['Julia', 'Maja', 'Oliwia', 'Zuzanna'], boys: ['Filip', 'Jakub', 'Kacper', 'Szymon'],
    surnames: ['Kowalczyk', 'Lewandowska', 'Mazur', 'Nowak', 'Wojcik', 'Zielinski'],
  },
  {
    weight: 4, language: null,
    girls: ['Abigail', 'Esther', 'Nia', 'Renée', 'Tiana', 'Zoë'], boys: ['Caleb', 'Elijah', 'Joel', 'Kwame', 'Micah', 'Tobi'],
    surnames: ['Adebayo', 'Amoah', 'Bailey', 'Campbell', 'Eze', 'Mensah', 'Okoro', 'Samuels', 'Okafor-Reid'],
  },
  {
    weight: 3, language: 'Gujarati',
    girls: ['Anaya', 'Diya', 'Isha', 'Priya'], boys: ['Aarav', 'Dev', 'Jay', 'Rohan'],
    surnames: ['Bhatt', 'Desai', 'Lad', 'Mistry', 'Patel', 'Seedat'],
  },
];

export interface InventedName {
  readonly forename: string;
  readonly surname: string;
  readonly sex: 'F' | 'M';
  readonly language: string;
}

/** An invented name; about three in four of those out of school are boys, as nationally. */
export function inventName(random: SeededRandom): InventedName {
  const pool = random.pickWeighted(POOLS.map((each) => [each, each.weight] as const));
  const sex = random.chance(0.72) ? 'M' : 'F';
  return {
    forename: random.pick(sex === 'F' ? pool.girls : pool.boys), surname: random.pick(pool.surnames), sex,
    language: pool.language !== null && random.chance(0.4) ? pool.language : 'English',
  };
}
