//! Lines of an article stand together: how likely each of a row of lines is one, by its own evidence and that of all others.

/// How likely each line is the article's, given the log-odds of each by itself, and what a turn costs: where a run of such lines
/// begins, and where it ends.
///
/// The forward-backward algorithm of a chain with two states.
pub(super) fn chances(log_odds: &[f32], turn: f32) -> Vec<f32> {
    const MOST: f32 = 30.0;
    let odds: Vec<f32> = log_odds.iter().map(|odds| odds.clamp(-MOST, MOST).exp()).collect();
    let turn = turn.exp();
    let mut before = Pair { out: 1.0, within: 0.0 };
    let forward = odds.iter().map(|odds| {
        let within = (before.out * turn + before.within) * odds;
        before = Pair { out: before.out + before.within * turn, within }.scaled();
        before
    });
    let mut chances: Vec<Pair> = forward.collect();
    let mut behind = Pair { out: 1.0, within: turn };
    for (chance, odds) in chances.iter_mut().zip(&odds).rev() {
        *chance = Pair { out: chance.out * behind.out, within: chance.within * behind.within }.scaled();
        let within = odds * behind.within;
        behind = Pair { out: behind.out + turn * within, within: turn * behind.out + within }.scaled();
    }
    chances.into_iter().map(|chance| chance.within).collect()
}

/// The weights of both states.
#[derive(Clone, Copy)]
struct Pair {
    out: f32,
    within: f32,
}

impl Pair {
    fn scaled(self) -> Self {
        let sum = self.out + self.within;
        Self { out: self.out / sum, within: self.within / sum }
    }
}

#[cfg(test)]
mod tests {
    use super::chances;

    #[track_caller]
    fn check(log_odds: &[f32], turn: f32, expected: &[f32]) {
        let chances = chances(log_odds, turn);
        assert_eq!(chances.len(), expected.len());
        assert!(chances.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.01), "{chances:?}");
    }

    #[test]
    fn lines_that_cost_nothing_stand_alone() {
        check(&[], 0.0, &[]);
        check(&[0.0, 3.0, -3.0], 0.0, &[0.5, 0.95, 0.05]);
    }

    #[test]
    fn runs_begin_and_end() {
        check(&[3.0], -1.5, &[0.5]);
        check(&[-900.0, 900.0], -1.0, &[0.0, 1.0]);
    }

    #[test]
    fn neighbours_carry_a_line() {
        let [lone, among] = [[-9.0, 1.0, -9.0], [9.0, 1.0, 9.0]].map(|odds| chances(&odds, -2.0)[1]);
        assert!(lone < 0.1 && among > 0.9, "{lone} {among}");
        let [lone, among] = [[-9.0, -1.0, -9.0], [9.0, -1.0, 9.0]].map(|odds| chances(&odds, -2.0)[1]);
        assert!(lone < 0.01 && among > 0.9, "{lone} {among}");
    }
}
