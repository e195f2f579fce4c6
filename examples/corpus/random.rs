//! Turns a seed into the same numbers on every machine, evenly or by Zipf's law.
//! Knows nothing of words.

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, and the same everywhere.
pub(crate) struct Random(u64);

impl Random {
    /// A stream of its own for each seed, purpose and number, so that plans can be made in any order.
    pub(crate) fn new(seed: u64, purpose: u64, number: usize) -> Random {
        let mut random = Random(seed);
        for part in [purpose, number as u64] {
            random = Random(random.next() ^ part.wrapping_mul(0xd6e8_feb8_6659_fd93));
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `end`, which it does not reach.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (((self.next() >> 32) * end as u64) >> 32) as usize
    }

    /// True in so many of a hundred cases.
    pub(crate) fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// One of the items.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    /// A share of one.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Ranks drawn as words are in prose: the r-th has the weight 1 / (r + shift).
pub(crate) struct Zipf(Vec<f64>);

impl Zipf {
    /// For so many ranks.
    pub(crate) fn new(ranks: usize, shift: f64) -> Zipf {
        let mut sum = 0.0;
        let weights = (0..ranks).map(|rank| {
            sum += 1.0 / (rank as f64 + shift);
            sum
        });
        Zipf(weights.collect())
    }

    /// A rank; 0 is the most frequent.
    pub(crate) fn draw(&self, random: &mut Random) -> usize {
        let all = self.0.last().copied().unwrap_or_default();
        let point = random.unit() * all;
        self.0.partition_point(|sum| *sum <= point).min(self.0.len().saturating_sub(1))
    }
}
