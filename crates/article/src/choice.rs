use std::collections::BTreeMap;

/// How sure it is of each candidate that its value is the right one, 0 to 1, where one value of them is right, or none: what
/// speaks for a value grows with its candidates and shrinks with those of others. `log_odds` weigh a candidate against
/// there being no right one.
///
/// The conditional logit model (`McFadden`, 1974), with the empty value as one of the choices.
pub(crate) fn chances<V: Ord>(candidates: &[(V, f32)]) -> Vec<f32> {
    let most = candidates.iter().map(|(_, log_odds)| *log_odds).fold(0.0, f32::max);
    let weight = |log_odds: f32| f64::from(log_odds - most).exp();
    let mut values: BTreeMap<&V, f64> = BTreeMap::new();
    for (value, log_odds) in candidates {
        *values.entry(value).or_default() += weight(*log_odds);
    }
    let all = weight(0.0) + values.values().sum::<f64>();
    candidates.iter().map(|(value, _)| (values[value] / all) as f32).collect()
}

#[cfg(test)]
mod tests {
    use super::chances;

    #[track_caller]
    fn check(candidates: &[(&str, f32)], expected: &[f32]) {
        let chances = chances(candidates);
        assert_eq!(chances.len(), expected.len());
        assert!(chances.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.01), "{chances:?}");
    }

    #[test]
    fn one_candidate_stands_against_none() {
        check(&[], &[]);
        check(&[("a", 0.0)], &[0.5]);
        check(&[("a", 3.0)], &[0.95]);
        check(&[("a", -3.0)], &[0.05]);
        check(&[("a", 900.0)], &[1.0]);
    }

    #[test]
    fn values_share_what_speaks_for_them() {
        check(&[("a", 2.0), ("a", 2.0)], &[0.94, 0.94]);
        check(&[("a", 2.0), ("b", 2.0)], &[0.47, 0.47]);
        check(&[("a", 6.0), ("b", 2.0)], &[0.98, 0.02]);
    }
}
