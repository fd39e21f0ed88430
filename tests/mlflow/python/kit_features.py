"""Prints the features, scores and split that the workshop guide's set-up cell makes of a customer file.

usage: kit_features.py customer_data.csv
"""
import json
import sys

import pandas as pd
from sklearn.model_selection import train_test_split

FEATURE_COLS = [
    'recency_days', 'frequency', 'monetary_value', 'avg_order_value',
    'days_since_signup', 'total_orders', 'support_tickets', 'age',
    'recency_frequency_ratio', 'monetary_per_order', 'order_frequency',
    'support_per_order', 'rfm_score',
]


def prepare(path):
    df = pd.read_csv(path)
    df['recency_frequency_ratio'] = df['recency_days'] / (df['frequency'] + 1)
    df['monetary_per_order'] = df['monetary_value'] / (df['total_orders'] + 1)
    df['order_frequency'] = df['total_orders'] / (df['days_since_signup'] + 1)
    df['support_per_order'] = df['support_tickets'] / (df['total_orders'] + 1)
    df['r_score'] = pd.qcut(df['recency_days'], q=5, labels=[5, 4, 3, 2, 1]).astype(int)
    df['f_score'] = pd.qcut(df['frequency'].rank(method='first'), q=5, labels=[1, 2, 3, 4, 5]).astype(int)
    df['m_score'] = pd.qcut(df['monetary_value'].rank(method='first'), q=5, labels=[1, 2, 3, 4, 5]).astype(int)
    df['rfm_score'] = df['r_score'] + df['f_score'] + df['m_score']
    return df


def split(df):
    return train_test_split(
        df[FEATURE_COLS], df['churned'], test_size=0.2, random_state=42, stratify=df['churned']
    )


if __name__ == '__main__':
    df = prepare(sys.argv[1])
    X_train, X_test, y_train, y_test = split(df)
    print(json.dumps({
        'features': df[FEATURE_COLS].astype('float64').values.tolist(),
        'scores': df[['r_score', 'f_score', 'm_score']].values.tolist(),
        'trainIndex': X_train.index.tolist(),
        'testIndex': X_test.index.tolist(),
        'yTrain': y_train.tolist(),
        'yTest': y_test.tolist(),
    }))
